import { z } from 'zod';
import { itemsOf, type Sheet } from '../catalogue/sheet.ts';

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

const steps = ['1', '2', '3'] as const;

/** What finished tasks speak for at one item of a run (見込み). */
export const derivedAnswerSchema = z.object({
  itemId: z.string(),
  /** The finished tasks whose measures raise it, and whether a file proves each. */
  tasks: z.array(z.object({ id: z.uuid(), title: z.string(), proved: z.boolean() })),
  /** The step that what is proved speaks for, above the answer that stands; null where it speaks for no more. */
  to: z.enum(steps).nullable(),
  /** Proof of the other tasks would speak for more. */
  needsProof: z.boolean(),
});
export type DerivedAnswer = z.infer<typeof derivedAnswerSchema>;

/** A finished task of a measure. */
export type FinishedTask = DerivedAnswer['tasks'][number] & { readonly measureId: string };

/**
 * What finished tasks speak for at the items of a sheet: only what a file proves raises an answer, and a person confirms it.
 * @param stepAt the step an item is answered with, null where nothing is.
 */
export function derivedAnswers(
  sheet: Sheet,
  finished: readonly FinishedTask[],
  stepAt: (itemId: string) => number | null,
): readonly DerivedAnswer[] {
  const measures = new Map(sheet.areas.flatMap((area) => area.measures).map((measure) => [measure.id, measure]));
  return itemsOf(sheet).flatMap(({ id: itemId }) => {
    const raises = ({ measureId }: FinishedTask) => measures.get(measureId)?.raises.some(({ item }) => item === itemId);
    const tasks = finished.filter(raises);
    if (tasks.length === 0) return [];
    const now = stepAt(itemId);
    const speakingFor = (some: readonly FinishedTask[]) =>
      derivedStep(sheet, itemId, new Set(some.map(({ measureId }) => measureId)), now);
    const proved = speakingFor(tasks.filter((task) => task.proved))?.to ?? 0;
    return [
      {
        itemId,
        tasks: tasks.map(({ id, title, proved }) => ({ id, title, proved })),
        to: steps[proved - 1] ?? null,
        needsProof: (speakingFor(tasks)?.to ?? 0) > proved,
      },
    ];
  });
}
