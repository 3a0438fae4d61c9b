import { taskStatuses, taskStatusTitles } from '#core/plan/task.ts';
import type { FieldFaults } from '#web/platform/refusal.ts';
import { RadioGroup } from '#web/ui/RadioGroup.tsx';
import { Select } from '#web/ui/Select.tsx';
import { TextArea, TextField } from '#web/ui/TextField.tsx';
import type { TaskDraft } from './task-draft.ts';

export type Owner = { readonly id: string; readonly name: string };

type TaskFieldsProps = {
  readonly draft: TaskDraft;
  readonly owners: readonly Owner[];
  readonly faults: FieldFaults;
  readonly change: (next: Partial<TaskDraft>) => void;
};

const nobody = '';
const statuses = taskStatuses.map((value) => ({ value, label: taskStatusTitles[value] }));

export function TaskFields(props: TaskFieldsProps) {
  return (
    <>
      <What {...props} />
      <Amounts {...props} />
      <Aims {...props} />
    </>
  );
}

function What({ draft, owners, faults, change }: TaskFieldsProps) {
  return (
    <>
      <TextField
        label="すること"
        name="title"
        required
        maxLength={200}
        value={draft.title}
        onChange={(title) => change({ title })}
        error={faults.title}
      />
      <RadioGroup
        label="状態"
        inline
        options={statuses}
        value={draft.status}
        onChange={(status) => change({ status })}
      />
      <Owners {...{ draft, owners, faults, change }} />
      <TextField
        label="期限"
        name="dueOn"
        type="date"
        required
        value={draft.dueOn}
        onChange={(dueOn) => change({ dueOn })}
        error={faults.dueOn}
      />
    </>
  );
}

function Owners({ draft, owners, faults, change }: TaskFieldsProps) {
  const people = owners.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Select
      label="担当"
      options={[{ value: nobody, label: '決まっていない' }, ...people]}
      value={draft.ownerId ?? nobody}
      onChange={(id) => change({ ownerId: id === nobody ? null : id })}
      error={faults.ownerId}
    />
  );
}

function Aims({ draft, faults, change }: TaskFieldsProps) {
  return (
    <>
      <TextArea
        label="目指す姿"
        maxLength={1_000}
        rows={2}
        help="終わったときに、どうなっているか。"
        value={draft.aim}
        onChange={(aim) => change({ aim })}
        error={faults.aim}
      />
      <TextArea
        label="測り方"
        maxLength={1_000}
        rows={2}
        help="何を見れば、そうなったと分かるか（例：棚卸しとの差が0）。"
        value={draft.measuredBy}
        onChange={(measuredBy) => change({ measuredBy })}
        error={faults.measuredBy}
      />
    </>
  );
}

function Amounts({ draft, faults, change }: TaskFieldsProps) {
  return (
    <div className="grid gap-4 sm:grid-cols-3">
      <TextField
        label="予定の費用（円）"
        name="costPlanned"
        value={draft.costPlanned}
        onChange={(costPlanned) => change({ costPlanned })}
        error={faults.costPlanned}
      />
      <TextField
        label="使った費用（円）"
        name="costSpent"
        value={draft.costSpent}
        onChange={(costSpent) => change({ costSpent })}
        error={faults.costSpent}
      />
      <TextField
        label="手間（人日）"
        name="personDays"
        value={draft.personDays}
        onChange={(personDays) => change({ personDays })}
        error={faults.personDays}
      />
    </div>
  );
}
