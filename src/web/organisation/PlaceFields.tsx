import { prefectures } from '#core/organisation/prefecture.ts';
import type { FieldFaults } from '#web/platform/refusal.ts';
import { Select } from '#web/ui/Select.tsx';
import { TextField } from '#web/ui/TextField.tsx';
import type { PlaceDraft } from './facility-draft.ts';

type PlaceFieldsProps = {
  readonly draft: PlaceDraft;
  readonly faults: FieldFaults;
  readonly onChange: (change: Partial<PlaceDraft>) => void;
};

const options = prefectures.map(({ code, name }) => ({ value: String(code), label: name }));
const texts = {
  name: { label: '名称', required: true, maxLength: 200 },
  address: { label: '所在地', help: '市区町村から。市区町村でも探せるようになります。', maxLength: 200 },
  postalCode: { label: '郵便番号', inputMode: 'numeric', maxLength: 10 },
} as const;

/** Fields that show their own faults here. */
export const placeFields = ['name', 'prefecture', 'address', 'postalCode'];

export function PlaceFields({ draft, faults, onChange }: PlaceFieldsProps) {
  const field = (key: keyof typeof texts) => (
    <TextField
      {...texts[key]}
      value={draft[key]}
      onChange={(value) => onChange({ [key]: value })}
      error={faults[key]}
    />
  );
  return (
    <>
      {field('name')}
      <Select
        label="都道府県"
        required
        options={options}
        value={draft.prefecture === null ? null : String(draft.prefecture)}
        onChange={(code) => onChange({ prefecture: Number(code) })}
        error={faults.prefecture}
      />
      {field('address')}
      {field('postalCode')}
    </>
  );
}
