import type { AnswerValue, Scale } from '#core/catalogue/sheet.ts';
import type { Choice } from '#web/ui/ChoiceCards.tsx';

const marks: Readonly<Partial<Record<AnswerValue, string>>> = { unknown: '?', 'not-applicable': '－' };

type Shown = {
  /** What each answer counts for stands under its words. */
  readonly hints: boolean;
  /** 0–3 and ? choose an answer while the cards have the focus. */
  readonly keys: boolean;
};

/** The values of a scale as answer cards. */
export function choicesOf({ values }: Scale, { hints, keys }: Shown): readonly Choice<AnswerValue>[] {
  return values.map(({ value, label, hint }) => {
    const step = /^[0-3]$/.test(value) ? value : undefined;
    const mark = step ?? marks[value];
    const key = step ?? (value === 'unknown' ? '?' : undefined);
    return { value, label, hint: hints ? hint : undefined, mark, shortcut: keys ? key : undefined };
  });
}
