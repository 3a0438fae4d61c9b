import { stepOf } from '../assessment/measure-effect.ts';
import { type MeasureContext, type Prerequisite, unmetPrerequisites } from '../assessment/prerequisite.ts';
import type { Answers } from '../assessment/scoring.ts';
import { itemsOf, type Measure, type Sheet } from '../catalogue/sheet.ts';

/** What is wanted of a plan: the weakest area as high as can be, or every area above 1.5 and the network at level 2 for the least money. */
export const goals = ['weakest', 'level2'] as const;
export type Goal = (typeof goals)[number];

/** Points of 3 the goal `level2` asks every area to be above. */
export const half = 1.5;
const dust = 1e-9;
/** Whether the mean step of an area is what the goal `level2` asks for. */
export const enoughOf = (score: number): boolean => score > half + dust;

/** An item that counts for the score of its area, with its step today (0–3). */
export type PlanItem = { readonly id: string; readonly area: string; readonly step: number };

/** A measure that can be chosen: yen and person-days of the year, effects, and what must be chosen with it. */
export type PlanMeasure = Pick<Measure, 'id' | 'personDays' | 'raises'> & {
  readonly cost: number;
  readonly requires: readonly string[];
  /** Who carries it out, each an equal share of its person-days. */
  readonly roles: readonly string[];
};

/** What one role has for the year, in person-days. */
export type RoleDays = { readonly role: string; readonly days: number };

/** What a measure does for the network: items it sets to はい, once the others it needs are chosen too. */
export type NetworkEffect = {
  readonly measure: string;
  readonly sets: readonly string[];
  readonly requires: readonly string[];
};

/** The network sheet beside the scores: what is はい today, and what measures can set. */
export type PlanNetwork = { readonly yes: ReadonlySet<string>; readonly effects: readonly NetworkEffect[] };

/** All that a plan is chosen from. Items without a step (not applicable, unanswered) stay outside. */
export type PlanProblem = {
  readonly items: readonly PlanItem[];
  /** In the order of their sheet: a plan that is as good as another has the lower ones. */
  readonly measures: readonly PlanMeasure[];
  readonly network: PlanNetwork | null;
  /** Yen of the first year. */
  readonly budget: number;
  /** Person-days of the first year, all people together. */
  readonly personDays: number;
  /** Roles with a limit of their own; the others share what is left of `personDays`. */
  readonly roleDays: readonly RoleDays[];
  /** Measures already begun, or recurring from former years: they are in the plan, whatever should have stood first. */
  readonly begun: ReadonlySet<string>;
  readonly goal: Goal;
};

/** The roles of a measure: 「企画管理者+運用担当」 are two. */
export const rolesOf = ({ role }: Pick<Measure, 'role'>): readonly string[] => role.split(/[+・]/);

/** What a plan is asked of, as people give it. */
export type PlanWish = Pick<PlanProblem, 'budget' | 'personDays' | 'roleDays' | 'begun' | 'goal'> & {
  /** Measures that are not wanted. */
  readonly excluded: ReadonlySet<string>;
  readonly effortOf: (measure: Measure) => Effort;
};

/** What a measure takes in the year a plan is for: yen and person-days. */
export type Effort = { readonly cost: number; readonly personDays: number };

export type Run = { readonly sheet: Sheet; readonly answers: Answers };

/** What of a wish the problem keeps as it is. */
export const wishedOf = ({ budget, personDays, roleDays, begun, goal }: PlanWish) => {
  return { budget, personDays, roleDays, begun, goal };
};

/**
 * The problem of a facility: its counted items, and every measure of its sheet that nothing outside of the plan holds
 * back (measure-effects §1). A prerequisite that is excluded excludes what needs it.
 */
export function planProblem(run: Run, network: Run | null, wish: PlanWish, context: MeasureContext): PlanProblem {
  const items = run.sheet.areas.flatMap((area) =>
    area.items.flatMap(({ id }) => {
      const step = stepOf(run.answers, id);
      return step === null ? [] : [{ id, area: area.id, step }];
    }),
  );
  const measures = choosable(run, wish, context);
  const beside = network && networkOf(network, measures, run, context);
  return { ...wishedOf(wish), items, measures, network: beside };
}

/** Tells of a measure that has to stand first that it does, beside what the answers of its sheet say. */
type IsMet = (measureId: string) => boolean;
const byAnswers: IsMet = () => false;

/** Every measure of a sheet that nothing outside of the plan holds back, with those that have to be chosen with it. */
export function choosable(
  { sheet, answers }: Run,
  { excluded, begun, effortOf }: PlanWish,
  context: MeasureContext,
  isMet = byAnswers,
) {
  const own = new Set(itemsOf(sheet).map(({ id }) => id));
  const ids = new Set(sheet.areas.flatMap((area) => area.measures.map(({ id }) => id)));
  const blockingFirst = (measure: Measure) =>
    unmetPrerequisites(measure, own, answers, context).filter((one) => isBlocking(one) && !isMet(one.id));
  const wanted = sheet.areas
    .flatMap((area) => area.measures)
    .filter(({ id }) => !excluded.has(id))
    .map((measure) => ({ measure, first: begun.has(measure.id) ? [] : blockingFirst(measure) }));
  const all = wanted.map(({ measure, first }): PlanMeasure => {
    const { id, raises } = measure;
    const { cost, personDays } = effortOf(measure);
    return { id, personDays, raises, cost, requires: first.map((one) => one.id), roles: rolesOf(measure) };
  });
  return closed(all.filter(({ requires }) => requires.every((id) => ids.has(id))));
}

const isBlocking = ({ blocks }: Prerequisite) => blocks;

/** Leaves out what needs a measure that is not there, and so on. */
function closed(measures: readonly PlanMeasure[]): readonly PlanMeasure[] {
  const there = new Set(measures.map(({ id }) => id));
  const left = measures.filter(({ requires }) => requires.every((id) => there.has(id)));
  return left.length === measures.length ? measures : closed(left);
}

/** What is はい in a network run, and what the measures of a plan can set. */
export function networkOf(
  { sheet, answers }: Run,
  measures: readonly PlanMeasure[],
  run: Run,
  context: MeasureContext,
  isMet = byAnswers,
): PlanNetwork {
  const items = new Set(itemsOf(run.sheet).map(({ id }) => id));
  const there = new Set(measures.map(({ id }) => id));
  const yes = new Set(itemsOf(sheet).flatMap(({ id }) => (answers.get(id)?.value === 'yes' ? [id] : [])));
  const effects = (sheet.effects ?? []).flatMap(({ measure, sets, requires = [] }): NetworkEffect[] => {
    const own = context.measureOf(measure);
    const first = own ? unmetPrerequisites({ ...own, requires }, items, run.answers, context) : [];
    const open = first.filter((one) => isBlocking(one) && !isMet(one.id)).map(({ id }) => id);
    return [measure, ...open].every((id) => there.has(id)) ? [{ measure, sets, requires: open }] : [];
  });
  return { yes, effects };
}
