import type { FormMapping } from '#core/catalogue/form/form-shape.ts';
import { Select } from '#web/ui/Select.tsx';
import { columnName } from './form-words.ts';

type ColumnChoicesProps = {
  readonly rows: readonly (readonly string[])[];
  readonly mapping: FormMapping;
  readonly onChange: (mapping: FormMapping) => void;
};

const fields = [
  { field: 'number', label: '番号の列' },
  { field: 'text', label: '項目の文の列' },
  { field: 'equipment', label: '対象の列' },
  { field: 'goal', label: '目標の列' },
] as const;

/** What each column is, chosen by its letter and the first words that stand in it. */
export function ColumnChoices({ rows, mapping, onChange }: ColumnChoicesProps) {
  const width = Math.max(...rows.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, at) => {
    const sample = rows.map((row) => row[at] ?? '').find((cell) => cell !== '') ?? '空';
    return { value: String(at), label: `${columnName(at)}列：${sample.slice(0, 16)}` };
  });
  const none = { value: 'none', label: '使わない' };
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      {fields.map(({ field, label }) => (
        <Select
          key={field}
          label={label}
          options={field === 'text' ? columns : [none, ...columns]}
          value={mapping[field] === null ? 'none' : String(mapping[field])}
          onChange={(value) => onChange({ ...mapping, [field]: value === 'none' ? null : Number(value) })}
        />
      ))}
    </div>
  );
}
