import { createRequire } from 'node:module';
import type { Highs, Model, ModelData } from 'highs';
import type { LinearModel, Sum } from '#core/plan/linear-model.ts';
import type { PlanModel, Stage } from '#core/plan/plan-model.ts';
import type { PlanMeasure } from '#core/plan/problem.ts';

/**
 * How a solve ended, with the value of each column. `gap` is the share by which the stage under way might still be
 * better: 0 where everything is proven, 1 where nothing is known.
 */
export type Solution =
  | { readonly status: 'optimal' | 'time-limit'; readonly gap: number; readonly values: readonly number[] }
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
    let reached: Solution = { status: 'time-limit', gap: 1, values: model.columns.map(({ lower }) => lower) };
    for (const stage of stages) {
      const left = (ends - performance.now()) / 1000;
      if (left <= 0) return { ...reached, status: 'time-limit', gap: 1 };
      const next = run(solver, stage, { before: reached.values, left });
      if (next.status !== 'optimal') return next;
      reached = next;
    }
    return reached;
  });
}

/** The measures a solution chooses. */
export function chosenOf(chooses: PlanModel['chooses'], values: readonly number[]): readonly PlanMeasure[] {
  return chooses.filter(({ column }) => (values[column] ?? 0) > 0.5).map(({ measure }) => measure);
}

type Start = { readonly before: readonly number[]; readonly left: number };

function run(solver: Model, { sense, sum }: Stage, { before, left }: Start): Solution {
  const costs = new Float64Array(before.length);
  for (const [column, by] of sum) costs[column] = (costs[column] ?? 0) + by;
  solver.changeColsCost({ kind: 'range', from: 0, to: before.length - 1 }, costs);
  solver.changeObjectiveSense(
    sense === 'max' ? highs.constants.objectiveSense.maximize : highs.constants.objectiveSense.minimize,
  );
  solver.setSolution({ colValue: before });
  solver.options.set('time_limit', solver.getRunTime() + left);
  const { modelStatus } = solver.run();
  if (modelStatus === infeasible) return { status: 'infeasible' };
  const known = solver.info.get('primal_solution_status') === feasiblePoint;
  const values = known ? Array.from(solver.getSolution().colValue) : before;
  if (modelStatus !== optimal)
    return { status: 'time-limit', gap: known ? Math.min(1, Number(solver.info.get('mip_gap'))) : 1, values };
  fix(solver, sum, wholeFrom(sense, solver.getObjectiveValue()));
  return { status: 'optimal', gap: 0, values };
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
