import { type Task, taskStatuses, taskStatusTitles } from '#core/plan/task.ts';
import { MemberSelect } from '#web/identity/index.ts';
import type { FieldFaults } from '#web/platform/refusal.ts';
import { RadioGroup } from '#web/ui/RadioGroup.tsx';
import { TextArea, TextField } from '#web/ui/TextField.tsx';
import type { TaskDraft } from './task-draft.ts';

type TaskFieldsProps = {
  readonly facilityId: string;
  readonly draft: TaskDraft;
  /** Who has the task as it is saved. */
  readonly standing: Task['owner'];
  readonly faults: FieldFaults;
  readonly change: (next: Partial<TaskDraft>) => void;
};

const statuses = taskStatuses.map((value) => ({ value, label: taskStatusTitles[value] }));

export function TaskFields(props: TaskFieldsProps) {
  return (
    <>
      <What {...props} />
      <Due {...props} />
      <Amounts {...props} />
      <Aims {...props} />
    </>
  );
}

function What({ facilityId, draft, standing, faults, change }: TaskFieldsProps) {
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
      <MemberSelect
        facilityId={facilityId}
        value={draft.ownerId}
        standing={standing}
        onChange={(ownerId) => change({ ownerId })}
        error={faults.ownerId}
      />
    </>
  );
}

function Due({ draft, faults, change }: TaskFieldsProps) {
  return (
    <TextField
      label="期限"
      name="dueOn"
      type="date"
      required
      value={draft.dueOn}
      onChange={(dueOn) => change({ dueOn })}
      error={faults.dueOn}
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
