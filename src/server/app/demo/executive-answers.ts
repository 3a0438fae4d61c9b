import { type AnswerValue, itemsOf, type Sheet } from '#core/catalogue/sheet.ts';
import { shareOf, wobbleOf } from './draw.ts';
import { type MadeAnswer, stepNear } from './made-answers.ts';

const pointsOf = (value: AnswerValue | undefined): number[] => {
  if (value === undefined || value === 'not-applicable') return [];
  return [value === 'unknown' ? 0 : Number(value)];
};
const mean = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

const rosy = 0.4;
const blindFrom = 1;
const shareOfBlindSpots = 0.35;
const seenAsDone = 2.9;
const shareUnknown = 0.05;

/** Where all executives of a house believe something done that hardly is. */
const isBlindSpot = (code: string, item: string, base: number) =>
  base <= blindFrom && shareOf('blind-spot', code, item) < shareOfBlindSpots;

/** One executive's private answers: near what the technical run says of the same facts, and a bit rosier. */
export function executiveAnswers(
  sheet: Sheet,
  { code, own, place }: { readonly code: string; readonly own: readonly MadeAnswer[]; readonly place: number },
): readonly MadeAnswer[] {
  const values = new Map(own.map(({ itemId, value }) => [itemId, value]));
  const overall = mean(own.flatMap(({ value }) => pointsOf(value)));
  return itemsOf(sheet).map(({ id }) => {
    const facts = sheet.contradictions?.find(({ executive }) => executive === id)?.items ?? [];
    const points = facts.flatMap((fact) => pointsOf(values.get(fact)));
    const base = points.length > 0 ? mean(points) : overall;
    if (points.length > 0 && isBlindSpot(code, id, base)) return answer(id, stepNear(seenAsDone));
    if (shareOf('executive-unknown', code, id, place) < shareUnknown) return answer(id, 'unknown');
    const own = rosy + 0.2 * wobbleOf('rosy', code, place) + 0.4 * wobbleOf('executive', code, id, place);
    return answer(id, stepNear(0.7 * base + 0.3 * overall + own));
  });
}

const answer = (itemId: string, value: AnswerValue): MadeAnswer => ({ itemId, value, note: '' });
