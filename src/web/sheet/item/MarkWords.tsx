import { japaneseDay } from '#core/kernel/fiscal-year.ts';
import type { AnswerMarks } from '#core/sheet/answer-marks.ts';
import { conclusionTitles } from '#core/sheet/conclusion.ts';

/** The days and the conclusion of an answer in a line of text, as far as it has them. */
export function MarkWords({ confirmedOn, targetOn, conclusion }: Partial<AnswerMarks>) {
  if (!confirmedOn && !targetOn && !conclusion) return null;
  return (
    <span className="inline-flex flex-wrap gap-x-4 text-help">
      {confirmedOn && <span>確認日：{japaneseDay(confirmedOn)}</span>}
      {targetOn && <span>目標日：{japaneseDay(targetOn)}</span>}
      {conclusion && <span>結論：{conclusionTitles[conclusion]}</span>}
    </span>
  );
}
