import type { AnswerValue, Scale } from '#core/catalogue/sheet.ts';

/** An answer in as few words as tell it apart: 「0」「分からない」「対象外」「はい」. */
export function shortAnswer(value: AnswerValue | null, { values }: Scale): string {
  if (value === null) return '未回答';
  if (/^[0-3]$/.test(value)) return value;
  return values.find((choice) => choice.value === value)?.label ?? value;
}
