import { answerLabel } from '#core/catalogue/answer-label.ts';
import type { AnswerValue, Scale } from '#core/catalogue/sheet.ts';

/** 「1 一部だけ、または人に頼っている」; 「未回答」 where there is none. */
export function valueWords(value: AnswerValue | null, scale: Scale): string {
  return value === null ? '未回答' : answerLabel(value, scale);
}
