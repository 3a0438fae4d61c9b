import { bedQuestion } from '#core/organisation/bed-question.ts';
import {
  type Ehr,
  ehrTitles,
  type FacilityFunction,
  type FacilityType,
  facilityFunctionTitles,
  facilityTypeTitles,
  hasBeds,
  mayHaveBeds,
} from '#core/organisation/facility.ts';
import type { FieldFaults } from '#web/platform/refusal.ts';
import { Checkbox, CheckboxGroup } from '#web/ui/Checkbox.tsx';
import { RadioGroup } from '#web/ui/RadioGroup.tsx';
import { Select } from '#web/ui/Select.tsx';
import { TextField } from '#web/ui/TextField.tsx';
import { bedsText } from './facility-draft.ts';
import type { ProfileDraft } from './profile-draft.ts';

type ProfileFieldsProps = {
  readonly draft: ProfileDraft;
  readonly faults: FieldFaults;
  readonly onChange: (change: Partial<ProfileDraft>) => void;
};

const types = Object.entries(facilityTypeTitles).map(([value, label]) => ({ value: value as FacilityType, label }));
const functions = Object.entries(facilityFunctionTitles) as [FacilityFunction, string][];
const ehrs = Object.entries(ehrTitles).map(([value, label]) => ({ value: value as Ehr, label }));
const staff = [
  { value: 'yes', label: 'いる' },
  { value: 'no', label: 'いない（ほかの仕事と兼ねる、または外に任せる）' },
  { value: 'unknown', label: '分からない' },
] as const;

export function ProfileFields({ draft, faults, onChange }: ProfileFieldsProps) {
  return (
    <>
      <Select
        label="種類"
        options={types}
        value={draft.type}
        onChange={(type) => onChange({ type })}
        error={faults.type}
      />
      {mayHaveBeds(draft.type) && <Beds draft={draft} faults={faults} onChange={onChange} />}
      {hasBeds(draft.type) && <Functions draft={draft} onChange={onChange} />}
      <RadioGroup label="電子カルテ" options={ehrs} value={draft.ehr} onChange={(ehr) => onChange({ ehr })} />
      <RadioGroup
        label="専任のシステム担当者"
        options={staff}
        value={draft.staff}
        onChange={(value) => onChange({ staff: value })}
      />
    </>
  );
}

function Beds({ draft, faults, onChange }: ProfileFieldsProps) {
  const beds = bedsText(draft.beds);
  const question = typeof beds === 'string' ? null : bedQuestion(draft.type, beds);
  return (
    <TextField
      label="病床数"
      inputMode="numeric"
      maxLength={10}
      help={question ?? '許可病床の数。同じ規模の施設と比べるときに使います。分からなければ空のままで構いません。'}
      value={draft.beds}
      onChange={(value) => onChange({ beds: value })}
      error={faults.beds}
    />
  );
}

function Functions({ draft, onChange }: Pick<ProfileFieldsProps, 'draft' | 'onChange'>) {
  const chosen = (names: readonly string[]) => functions.map(([name]) => name).filter((name) => names.includes(name));
  return (
    <CheckboxGroup
      label="機能"
      help="当てはまるものをすべて選んでください。"
      value={draft.functions}
      onChange={(names) => onChange({ functions: chosen(names) })}
    >
      <div className="grid sm:grid-cols-2">
        {functions.map(([name, title]) => (
          <Checkbox key={name} value={name}>
            {title}
          </Checkbox>
        ))}
      </div>
    </CheckboxGroup>
  );
}
