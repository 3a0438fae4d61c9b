import type { AnswerValue, Scale } from './sheet.ts';

/** How a value is written where people read it: 「1 一部だけ、または人に頼っている」, 「分からない」. */
export function answerLabel(value: AnswerValue, scale: Scale): string {
  const label = scale.values.find((candidate) => candidate.value === value)?.label ?? value;
  return /^[0-3]$/.test(value) ? `${value} ${label}` : label;
}
