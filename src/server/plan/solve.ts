import { createRequire } from 'node:module';
import type { Highs, Model, ModelData } from 'highs';
import type { LinearModel, Sum } from '#core/plan/linear-model.ts';
import type { PlanModel } from '#core/plan/plan-model.ts';
import type { PlanMeasure } from '#core/plan/problem.ts';
import type { Stage, StageName } from '#core/plan/stage.ts';

/** The value of each column; `isFound` where they keep to the model, and not merely are where it begins. */
type Values = { readonly values: readonly number[]; readonly isFound: boolean };

/**
 * How a solve ended. `stage` was under way when the time was over, those before it are proven, and `gap` is the share by which it
 * might still be better: 1 where that is not known.
 */
export type Solution =
  | (Values & { readonly status: 'optimal'; readonly gap: 0; readonly stage: null })
  | (Values & { readonly status: 'time-limit'; readonly gap: number; readonly stage: StageName })
  | { readonly status: 'infeasible' };

const optimal = 7;
const infeasible = 8;
const feasiblePoint = 2;
/** Stages add up whole numbers: what is not better by this much is no better. The rest of 1 is left to rounding. */
const betterBy = 0.9;
const dust = (1 - betterBy) / 2;
/** Cuts, restarts and searches for a first plan cost more here than they save: the trees are small, and each stage starts from a plan. */
const options = {
  output_flag: false,
  mip_rel_gap: 0,
  mip_abs_gap: betterBy,
  mip_allow_cut_separation_at_nodes: false,
  mip_allow_restart: false,
  mip_detect_symmetry: false,
  mip_heuristic_run_feasibility_jump: false,
  mip_heuristic_run_rens: false,
  mip_heuristic_run_rins: false,
  mip_heuristic_run_root_reduced_cost: false,
  mip_pscost_minreliable: 3,
};
// Its types are those of a CommonJS module: imported by the keyword, they name no function.
const { default: loadHighs }: { default: () => Promise<Highs> } = createRequire(import.meta.url)('highs');
const highs = await loadHighs();

/**
 * Solves the stages one after the other, each proven and fixed at its best before the next. Blocks its thread.
 * @param seconds what it may take in all; what is best by then is given with its gap.
 */
export function solve(model: LinearModel, stages: readonly Stage[], seconds: number): Solution {
  const ends = performance.now() + seconds * 1000;
  return highs.withModel(dataOf(model), (solver: Model): Solution => {
    solver.options.set(options);
    let reached: Values = { values: model.columns.map(({ lower }) => lower), isFound: false };
    for (const stage of stages) {
      const left = (ends - performance.now()) / 1000;
      if (left <= 0) return timeOver(stage, 1, reached);
      const next = run(solver, stage, { before: reached, left });
      if (next.status !== 'optimal') return next;
      reached = next;
    }
    return { status: 'optimal', gap: 0, stage: null, values: reached.values, isFound: true };
  });
}

/** The measures a solution chooses. */
export function chosenOf(chooses: PlanModel['chooses'], values: readonly number[]): readonly PlanMeasure[] {
  return chooses.filter(({ column }) => (values[column] ?? 0) > 0.5).map(({ measure }) => measure);
}

function timeOver({ name }: Stage, gap: number, { values, isFound }: Values): Solution {
  return { status: 'time-limit', gap, stage: name, values, isFound };
}

type Start = { readonly before: Values; readonly left: number };

function run(solver: Model, stage: Stage, { before, left }: Start): Solution {
  const { sense, sum } = stage;
  const costs = new Float64Array(before.values.length);
  for (const [column, by] of sum) costs[column] = (costs[column] ?? 0) + by;
  solver.changeColsCost({ kind: 'range', from: 0, to: before.values.length - 1 }, costs);
  solver.changeObjectiveSense(
    sense === 'max' ? highs.constants.objectiveSense.maximize : highs.constants.objectiveSense.minimize,
  );
  solver.setSolution({ colValue: before.values });
  solver.options.set('time_limit', solver.getRunTime() + left);
  const { modelStatus } = solver.run();
  if (modelStatus === infeasible) return { status: 'infeasible' };
  const isFound = solver.info.get('primal_solution_status') === feasiblePoint;
  if (!isFound) return timeOver(stage, 1, before);
  const values = Array.from(solver.getSolution().colValue);
  if (modelStatus !== optimal) {
    return timeOver(stage, Math.min(1, Number(solver.info.get('mip_gap'))), { values, isFound });
  }
  fix(solver, sum, wholeFrom(sense, solver.getObjectiveValue()));
  return { status: 'optimal', gap: 0, stage: null, values, isFound };
}

/** The best whole number: a plan may be found with steps that are not as high as its measures lift them, but never better than the best. */
function wholeFrom(sense: Stage['sense'], found: number): number {
  return sense === 'max' ? Math.ceil(found - dust) : Math.floor(found + dust);
}

/** From both sides: a sum of different powers of two that is fixed so leaves none of its choices open. */
function fix(solver: Model, sum: Sum, best: number): void {
  solver.addRow(best - dust, best + dust, {
    indices: sum.map(([column]) => column),
    values: sum.map(([, by]) => by),
  });
}

function dataOf({ columns, rows }: LinearModel): ModelData {
  const starts = [0];
  for (const { sum } of rows) starts.push((starts.at(-1) ?? 0) + sum.length);
  return {
    numCols: columns.length,
    numRows: rows.length,
    colCost: columns.map(() => 0),
    colLower: columns.map(({ lower }) => lower),
    colUpper: columns.map(({ upper }) => upper),
    rowLower: rows.map(({ lower }) => lower),
    rowUpper: rows.map(({ upper }) => upper),
    integrality: columns.map(({ whole }) => (whole ? 1 : 0)),
    matrix: {
      format: 'csr',
      numCols: columns.length,
      numRows: rows.length,
      starts,
      indices: rows.flatMap(({ sum }) => sum.map(([column]) => column)),
      values: rows.flatMap(({ sum }) => sum.map(([, by]) => by)),
    },
  };
}
