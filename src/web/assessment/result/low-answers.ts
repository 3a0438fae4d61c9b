import type { Answers } from '#core/assessment/scoring.ts';
import type { AnswerValue, Area, Item, Sheet } from '#core/catalogue/sheet.ts';

export type LowItem = { readonly item: Item; readonly value: AnswerValue | null };
export type LowGroup = { readonly area: Area; readonly items: readonly LowItem[]; readonly unknown: number };

/**
 * The items nothing stands for yet, by area: 「していない」 and 「分からない」. On a sheet of はい and いいえ everything but
 * はい, left open included, because it all counts as いいえ there.
 */
export function lowAnswers({ areas, scale }: Sheet, answers: Answers): readonly LowGroup[] {
  const isLow = (value: AnswerValue | null) =>
    scale.id === 'yes-no' ? value !== 'yes' : value === '0' || value === 'unknown';
  return areas.flatMap((area) => {
    const items = area.items
      .map((item) => ({ item, value: answers.get(item.id)?.value ?? null }))
      .filter(({ value }) => isLow(value));
    const unknown = items.filter(({ value }) => value === 'unknown').length;
    return items.length > 0 ? [{ area, items, unknown }] : [];
  });
}
