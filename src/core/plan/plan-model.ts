import { limitsOf, scaled } from './limit.ts';
import { LinearModel, type Sum } from './linear-model.ts';
import { networkColumns } from './network-columns.ts';
import { half, type PlanItem, type PlanMeasure, type PlanProblem } from './problem.ts';
import type { Stage } from './stage.ts';

/** A problem as a linear model: which column chooses which measure, and the stages one after the other. */
export type PlanModel = {
  readonly model: LinearModel;
  readonly chooses: readonly { readonly measure: PlanMeasure; readonly column: number }[];
  readonly stages: readonly Stage[];
};

const steps = [1, 2, 3] as const;
/** Measures decided by one stage on the ids: powers of two that a double still adds up exactly within the solver's tolerance. */
const idsAtOnce = 16;

const greatestDivisor = (a: number, b: number): number => (b === 0 ? a : greatestDivisor(b, a % b));
const leastMultiple = (a: number, b: number): number => (a * b) / greatestDivisor(a, b);

/**
 * The model of measure-effects §1: one choice a measure, one column an item and step, scores of areas scaled to whole
 * numbers by the least common multiple of how many items they have. Columns of steps need no wholeness: whatever is
 * chosen, their bounds are whole.
 */
export function planModel(problem: PlanProblem): PlanModel {
  const model = new LinearModel();
  const chooses = problem.measures.map((measure) => ({ measure, column: model.choice(problem.begun.has(measure.id)) }));
  const columnOf = new Map(chooses.map(({ measure, column }) => [measure.id, column]));
  for (const { measure, column } of chooses) {
    for (const id of measure.requires) model.follows(column, [columnOf.get(id) ?? Number.NaN]);
  }
  limit(model, problem, chooses);
  const areas = areaSums(model, problem, chooses);
  const level = problem.network && networkColumns(model, problem.network, columnOf);
  const goal = problem.goal === 'level2' ? enough(model, areas, level) : weakestFirst(model, areas, level);
  return { model, chooses, stages: [...goal, cheapest(chooses), ...lowestIds(chooses)] };
}

type Chooses = PlanModel['chooses'];
type Scaled = { readonly sums: readonly Sum[]; readonly scale: number };

function limit(model: LinearModel, problem: PlanProblem, chooses: Chooses): void {
  for (const one of limitsOf(problem)) {
    model.atMost(
      scaled(one, one.given),
      chooses.map(({ measure, column }) => [column, scaled(one, one.takenBy(measure))]),
    );
  }
}

/** Ten times yen and days are whole; scores are, times `scale`. */
function areaSums(model: LinearModel, { items }: PlanProblem, chooses: Chooses): Scaled {
  const byArea = Map.groupBy(items, ({ area }) => area);
  const scale = [...byArea.values()].reduce((multiple, own) => leastMultiple(multiple, own.length), 1);
  const sums = [...byArea.values()].map((own) =>
    own.flatMap((item) => stepColumns(model, item, chooses).map((column) => [column, scale / own.length] as const)),
  );
  return { sums, scale };
}

/** Three columns an item: it reaches 1, 2 and 3. */
function stepColumns(model: LinearModel, item: PlanItem, chooses: Chooses): readonly number[] {
  const columns: number[] = [];
  for (const step of steps) {
    if (item.step >= step) {
      columns.push(model.between(1, 1));
      continue;
    }
    const column = model.between(0, 1);
    const lifting = chooses.filter(({ measure }) =>
      measure.raises.some(
        ({ item: id, to, onlyFrom }) => id === item.id && to >= step && (onlyFrom === undefined || step === 3),
      ),
    );
    model.follows(
      column,
      lifting.map((one) => one.column),
    );
    const below = columns.at(-1);
    if (below !== undefined) model.follows(column, [below]);
    columns.push(column);
  }
  return columns;
}

function weakestFirst(model: LinearModel, { sums, scale }: Scaled, level: readonly number[] | null): readonly Stage[] {
  const network = level
    ? [{ name: 'network' as const, sense: 'max' as const, sum: level.map((column) => [column, 1] as const) }]
    : [];
  if (sums.length === 0) return network;
  const weakest = model.between(0, 3 * scale);
  for (const sum of sums) model.atMost(0, [[weakest, 1], ...sum.map(([column, by]) => [column, -by] as const)]);
  return [
    { name: 'weakest', sense: 'max', sum: [[weakest, 1]] },
    ...network,
    { name: 'areas', sense: 'max', sum: sums.flat() },
  ];
}

function enough(model: LinearModel, { sums, scale }: Scaled, level: readonly number[] | null): readonly Stage[] {
  for (const sum of sums) model.atLeast(Math.floor(half * scale) + 1, sum);
  if (level)
    model.atLeast(
      2,
      level.map((column) => [column, 1] as const),
    );
  return [];
}

const cheapest = (chooses: Chooses): Stage => ({
  name: 'cost',
  sense: 'min',
  sum: chooses.map(({ measure, column }) => [column, measure.cost]),
});

/** Of plans as good as each other the one without the highest ids: the last measure is left out where it can be, then the one before it. */
function lowestIds(chooses: Chooses): readonly Stage[] {
  const stages: Stage[] = [];
  for (let end = chooses.length; end > 0; end -= idsAtOnce) {
    const block = chooses.slice(Math.max(0, end - idsAtOnce), end);
    stages.push({ name: 'ids', sense: 'min', sum: block.map(({ column }, place) => [column, 2 ** place]) });
  }
  return stages;
}
