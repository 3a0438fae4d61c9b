import { type FacilityType, facilityTypeTitles } from '#core/organisation/facility.ts';
import type { SheetBranch } from '#core/organisation/which-sheet.ts';
import { serverQuestions, serverReplies } from '#web/organisation/index.ts';
import { Card } from '#web/ui/Card.tsx';
import { RadioGroup } from '#web/ui/RadioGroup.tsx';
import { Select } from '#web/ui/Select.tsx';
import { TextField } from '#web/ui/TextField.tsx';

type Reply = SheetBranch['ownServers'];

/** The branch while it is being filled in. */
export type OpenBranch = {
  readonly type: FacilityType | null;
  readonly beds: string;
  readonly ownServers: Reply | null;
  readonly appOnPc: Reply | null;
  readonly updatesEntrusted: Reply | null;
};

type BranchFormProps = { readonly open: OpenBranch; readonly onChange: (open: OpenBranch) => void };

const types = Object.entries(facilityTypeTitles).map(([value, label]) => ({ value: value as FacilityType, label }));

export function BranchForm({ open, onChange }: BranchFormProps) {
  const bedsWrong = open.beds.trim() !== '' && !/^\d{1,4}$/.test(open.beds.normalize('NFKC').trim());
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
            error={bedsWrong ? '数字だけで入力してください（例: 19）。' : undefined}
          />
        )}
        {serverQuestions.map(({ key, label, help }) => (
          <RadioGroup
            key={key}
            label={label}
            help={help}
            inline
            options={serverReplies}
            value={open[key]}
            onChange={(reply) => onChange({ ...open, [key]: reply })}
          />
        ))}
      </form>
    </Card>
  );
}
