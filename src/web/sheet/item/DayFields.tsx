import type { Item } from '#core/catalogue/sheet.ts';
import { dayInJapan, daysOfFiscalYear, japaneseDay } from '#core/kernel/fiscal-year.ts';
import { daysOf, needsTarget } from '#core/sheet/checklist.ts';
import { dayFaults } from '#core/sheet/day-faults.ts';
import { TextField } from '#web/ui/TextField.tsx';
import { useAnswering } from '../answering.ts';
import { useItem } from './use-item.ts';

const missing = {
  confirmedOn: '確認日を入れてください。入れるまで提出できません。',
  targetOn: '目標日を入れてください。入れるまで提出できません。',
} as const;

/** When an answer of a checklist was confirmed and, where it is not はい, by when it is to be. */
export function DayFields({ item }: { readonly item: Item }) {
  const { sheet, run } = useAnswering();
  const { answer, date, leaveNote } = useItem(item);
  const days = daysOf(answer);
  const frame = { sheet, fiscalYear: run.fiscalYear, today: dayInJapan(new Date()) };
  const faults = dayFaults(item.id, { value: answer.value, ...days }, frame);
  const errorOf = (field: keyof typeof missing) =>
    days[field] === null ? missing[field] : faults.find((fault) => fault.field === field)?.message;
  const field = (name: keyof typeof missing, label: string, help?: string) => (
    <TextField
      label={label}
      name={`${item.id}-${name}`}
      type="date"
      help={help}
      value={days[name] ?? ''}
      onChange={(day) => date({ ...days, [name]: day === '' ? null : day })}
      onBlur={leaveNote}
      error={errorOf(name)}
    />
  );
  const { last } = daysOfFiscalYear(run.fiscalYear);
  return (
    <div className="grid items-start gap-4 sm:grid-cols-2">
      {field('confirmedOn', '確認日', '確かめた日です。')}
      {needsTarget(sheet.gate, item.id, answer.value) &&
        field('targetOn', '目標日', `「はい」にする日です（${japaneseDay(last)}まで）。`)}
    </div>
  );
}
