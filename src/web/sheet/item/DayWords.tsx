import { japaneseDay } from '#core/kernel/fiscal-year.ts';
import type { AnswerDays } from '#core/sheet/checklist.ts';

/** The days of an answer of a checklist in a line of text, as far as it has them. */
export function DayWords({ confirmedOn, targetOn }: Partial<AnswerDays>) {
  if (!confirmedOn && !targetOn) return null;
  return (
    <span className="inline-flex flex-wrap gap-x-4 text-help">
      {confirmedOn && <span>確認日：{japaneseDay(confirmedOn)}</span>}
      {targetOn && <span>目標日：{japaneseDay(targetOn)}</span>}
    </span>
  );
}
