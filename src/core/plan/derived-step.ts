import type { Sheet } from '../catalogue/sheet.ts';

/** What finished measures speak for at one item: the step it should stand at now, and the measures that say so. */
export type DerivedStep = { readonly to: number; readonly measures: readonly string[] };

/**
 * The step an item reaches by measures that are done (measure-effects §1): the highest counts, and a review lifts to 3 only
 * what stands at 2. Undefined where they speak for no more than is answered; a person always confirms.
 * @param now the step answered today, null where nothing is.
 */
export function derivedStep(
  sheet: Sheet,
  itemId: string,
  done: ReadonlySet<string>,
  now: number | null,
): DerivedStep | undefined {
  const raising = sheet.areas
    .flatMap(({ measures }) => measures)
    .filter(({ id }) => done.has(id))
    .flatMap(({ title, raises }) => raises.filter(({ item }) => item === itemId).map((raise) => ({ title, ...raise })));
  const plain = raising.filter(({ onlyFrom }) => onlyFrom === undefined);
  const reached = Math.max(now ?? 0, ...plain.map(({ to }) => to));
  const reviews = reached === 2 ? raising.filter(({ onlyFrom }) => onlyFrom === 2) : [];
  const to = reviews.length > 0 ? 3 : reached;
  if (to === 0 || to <= (now ?? 0)) return undefined;
  const speaking =
    reviews.length > 0 ? [...reviews, ...plain.filter((one) => one.to === 2)] : plain.filter((one) => one.to === to);
  return { to, measures: [...new Set(speaking.map(({ title }) => title))] };
}
