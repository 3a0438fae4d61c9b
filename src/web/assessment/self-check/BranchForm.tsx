import { type FacilityType, facilityTypeTitles } from '#core/organisation/facility.ts';
import { bedsText, type OpenAnswers, ServerQuestions } from '#web/organisation/index.ts';
import { Card } from '#web/ui/Card.tsx';
import { Select } from '#web/ui/Select.tsx';
import { TextField } from '#web/ui/TextField.tsx';

/** The branch while it is being filled in. */
export type OpenBranch = {
  readonly type: FacilityType | null;
  readonly beds: string;
  readonly answers: OpenAnswers;
};

type BranchFormProps = { readonly open: OpenBranch; readonly onChange: (open: OpenBranch) => void };

const types = Object.entries(facilityTypeTitles).map(([value, label]) => ({ value: value as FacilityType, label }));

export function BranchForm({ open, onChange }: BranchFormProps) {
  const bedsWrong = typeof bedsText(open.beds) === 'string';
  return (
    <Card>
      <form className="flex flex-col gap-6" onSubmit={(event) => event.preventDefault()}>
        <Select label="施設の種類" options={types} value={open.type} onChange={(type) => onChange({ ...open, type })} />
        {open.type === 'clinic-with-beds' && (
          <TextField
            label="病床の数"
            help="分からなければ空のままで構いません。"
            inputMode="numeric"
            value={open.beds}
            onChange={(beds) => onChange({ ...open, beds })}
            error={bedsWrong ? '数字だけで入力してください（例：19）。' : undefined}
          />
        )}
        <ServerQuestions answers={open.answers} onChange={(answers) => onChange({ ...open, answers })} />
      </form>
    </Card>
  );
}
