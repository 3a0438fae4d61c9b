import { useQuery } from '@tanstack/react-query';
import { optionMeanings, optionTitles, treatmentOptions } from '#core/risk/treatment.ts';
import { MemberSelect } from '#web/identity/index.ts';
import type { FieldFaults } from '#web/platform/refusal.ts';
import { RadioGroup } from '#web/ui/RadioGroup.tsx';
import { Select } from '#web/ui/Select.tsx';
import { TextField } from '#web/ui/TextField.tsx';
import { type ShownRisk, type ShownTreatment, type TreatmentChoices, treatmentChoicesQuery } from './calls.ts';
import { SafeguardFields } from './SafeguardFields.tsx';
import { TaskSelect } from './TaskSelect.tsx';
import { measuresFor, type TreatmentDraft, withMeasure } from './treatment-draft.ts';

export type TreatmentFieldsProps = {
  readonly facilityId: string;
  readonly risk: ShownRisk;
  readonly treatment: ShownTreatment | undefined;
  readonly draft: TreatmentDraft;
  readonly faults: FieldFaults;
  readonly change: (next: TreatmentDraft) => void;
};

const options = treatmentOptions.map((value) => ({ value, label: optionTitles[value], help: optionMeanings[value] }));

export function TreatmentFields(props: TreatmentFieldsProps) {
  const { facilityId, risk, treatment, draft, faults, change } = props;
  const { data: choices } = useQuery(treatmentChoicesQuery(facilityId));
  return (
    <>
      <RadioGroup
        label="どうするか"
        options={options}
        value={draft.option}
        onChange={(option) => change({ ...draft, option })}
      />
      <MeasureSelect {...{ risk, draft, change, choices }} />
      <Words {...props} />
      <MemberSelect
        facilityId={facilityId}
        value={draft.ownerId}
        standing={treatment?.owner ?? null}
        onChange={(ownerId) => change({ ...draft, ownerId })}
        error={faults.ownerId}
      />
      <Days {...props} />
      <TaskSelect {...{ facilityId, draft, change }} standing={treatment?.task ?? null} error={faults.taskId} />
      <SafeguardFields {...{ draft, faults, change, choices }} />
    </>
  );
}

function Words({ draft, faults, change }: TreatmentFieldsProps) {
  return (
    <>
      <TextField
        label="すること"
        name="what"
        required
        maxLength={200}
        value={draft.what}
        onChange={(what) => change({ ...draft, what })}
        error={faults.what}
      />
      <TextField
        label="理由"
        name="reason"
        maxLength={400}
        help="なぜこの対応にするか。"
        value={draft.reason}
        onChange={(reason) => change({ ...draft, reason })}
        error={faults.reason}
      />
    </>
  );
}

type MeasureSelectProps = Pick<TreatmentFieldsProps, 'risk' | 'draft' | 'change'> & {
  readonly choices: TreatmentChoices | undefined;
};

const none = 'none';

/** The measures proposed for a risk that was taken from a suggestion, or each there is for another; they fill in what they say. */
function MeasureSelect({ risk, draft, change, choices }: MeasureSelectProps) {
  const measures = measuresFor(risk.suggestionId, choices?.measures ?? []);
  if (measures.length === 0) return null;
  return (
    <Select
      label="対策から選ぶ"
      help="選ぶと、「すること」と下の欄が入ります。直しても構いません。"
      options={[
        { value: none, label: '選ばない（自分で書く）' },
        ...measures.map(({ measureId, text }) => ({ value: measureId, label: `${measureId} ${text}` })),
      ]}
      value={draft.measureId ?? none}
      onChange={(id) =>
        change(
          withMeasure(
            draft,
            measures.find(({ measureId }) => measureId === id),
          ),
        )
      }
    />
  );
}

function Days({ draft, faults, change }: TreatmentFieldsProps) {
  return (
    <div className="grid items-start gap-4 sm:grid-cols-2">
      <TextField
        label="期限"
        name="dueOn"
        type="date"
        value={draft.dueOn}
        onChange={(dueOn) => change({ ...draft, dueOn })}
        error={faults.dueOn}
      />
      <TextField
        label="終わった日（終わったとき）"
        name="doneOn"
        type="date"
        value={draft.doneOn}
        onChange={(doneOn) => change({ ...draft, doneOn })}
        error={faults.doneOn}
      />
    </div>
  );
}
