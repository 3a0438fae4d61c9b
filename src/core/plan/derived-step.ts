import { z } from 'zod';
import { type AnswerValue, itemsOf, type Sheet } from '../catalogue/sheet.ts';

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
  /**
   * The answer that what is proved speaks for, above the one that stands: a step, or はい in the network sheet; null where it
   * speaks for no more.
   */
  to: z.enum([...steps, 'yes']).nullable(),
  /** Proof of the other tasks would speak for more. */
  needsProof: z.boolean(),
});
export type DerivedAnswer = z.infer<typeof derivedAnswerSchema>;

/** A finished task of a measure. */
export type FinishedTask = DerivedAnswer['tasks'][number] & { readonly measureId: string };

/** What is known of a facility beside the tasks: the answers that stand, and the measures that stand by other submitted runs. */
export type Standing = {
  readonly valueOf: (itemId: string) => AnswerValue | null;
  readonly stands: (measureId: string) => boolean;
};

/** The tasks that speak about an item, and the answer some of them speak for. */
type Speaking = {
  readonly tasks: readonly FinishedTask[];
  readonly answerBy: (some: readonly FinishedTask[]) => DerivedAnswer['to'];
};

/**
 * What finished tasks speak for at the items of a sheet: only what a file proves raises an answer, and a person confirms it. Of
 * the network sheet it is what the measures set to はい (measure-effects §5), of every other the step they raise to.
 */
export function derivedAnswers(
  sheet: Sheet,
  finished: readonly FinishedTask[],
  standing: Standing,
): readonly DerivedAnswer[] {
  const speaking = sheet.effects
    ? speakingOfYes(sheet, finished, standing)
    : speakingOfSteps(sheet, finished, standing);
  return itemsOf(sheet).flatMap(({ id: itemId }) => {
    const { tasks, answerBy } = speaking(itemId);
    if (tasks.length === 0) return [];
    const to = answerBy(tasks.filter(({ proved }) => proved));
    return [
      {
        itemId,
        tasks: tasks.map(({ id, title, proved }) => ({ id, title, proved })),
        to,
        needsProof: answerBy(tasks) !== to,
      },
    ];
  });
}

const measuresOf = (tasks: readonly FinishedTask[]): ReadonlySet<string> =>
  new Set(tasks.map(({ measureId }) => measureId));

function speakingOfSteps(sheet: Sheet, finished: readonly FinishedTask[], { valueOf }: Standing) {
  const measures = new Map(sheet.areas.flatMap((area) => area.measures).map((measure) => [measure.id, measure]));
  return (itemId: string): Speaking => {
    const value = valueOf(itemId);
    const now = value !== null && /^[0-3]$/.test(value) ? Number(value) : null;
    return {
      tasks: finished.filter(({ measureId }) => measures.get(measureId)?.raises.some(({ item }) => item === itemId)),
      answerBy: (some) => steps[(derivedStep(sheet, itemId, measuresOf(some), now)?.to ?? 0) - 1] ?? null,
    };
  };
}

/** A measure that has to stand first is finished too, stands by another run, or is seen by what it sets being はい. */
function speakingOfYes({ effects = [] }: Sheet, finished: readonly FinishedTask[], { valueOf, stands }: Standing) {
  const isYes = (itemId: string) => valueOf(itemId) === 'yes';
  const isMet = (id: string) =>
    stands(id) || (effects.find(({ measure }) => measure === id)?.sets.every(isYes) ?? false);
  const done = measuresOf(finished);
  return (itemId: string): Speaking => {
    const own = effects.filter(({ measure, sets }) => sets.includes(itemId) && done.has(measure));
    const about = new Set(own.flatMap(({ measure, requires = [] }) => [measure, ...requires]));
    return {
      tasks: finished.filter(({ measureId }) => about.has(measureId)),
      answerBy: (some) => {
        const by = measuresOf(some);
        const sets = own.some(
          ({ measure, requires = [] }) => by.has(measure) && requires.every((id) => by.has(id) || isMet(id)),
        );
        return sets && !isYes(itemId) ? 'yes' : null;
      },
    };
  };
}
