import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { leftOut } from '#core/plan/left-out.ts';
import { limitsOf, type PlanLimit, takenOf, withLimit, withoutLimit } from '#core/plan/limit.ts';
import type { LinearModel } from '#core/plan/linear-model.ts';
import { isBeyond } from '#core/plan/out-of-reach.ts';
import { outcomeOf, type PlanOutcome } from '#core/plan/outcome.ts';
import type { Limits } from '#core/plan/plan.ts';
import { planModel } from '#core/plan/plan-model.ts';
import { isFound } from '#core/plan/plan-words.ts';
import { type Goal, goals, type PlanMeasure, type PlanNetwork, type PlanProblem } from '#core/plan/problem.ts';
import type { Stage } from '#core/plan/stage.ts';
import { makePlan } from './make-plan.ts';
import { planJson } from './plan-output.ts';
import { solve } from './solve.ts';

const seconds = 30;
const areas = { A: ['A-1', 'A-2'], B: ['B-1', 'B-2', 'B-3'], C: ['C-1'] };
const itemIds = Object.values(areas).flat();
const networkItems = Array.from({ length: 12 }, (_, place) => `N${place + 1}`);

const raise = fc.record({
  item: fc.constantFrom(...itemIds),
  to: fc.integer({ min: 1, max: 3 }),
  review: fc.boolean(),
});
const row = fc.record({
  cost: fc.constantFrom(0, 0, 20_000, 150_000, 1_500_000),
  tenths: fc.integer({ min: 1, max: 40 }),
  raises: fc.array(raise, { maxLength: 4 }),
  needs: fc.option(fc.nat(), { freq: 3 }),
  roles: fc.subarray(['院長', '企画', '運用'], { minLength: 1 }),
});
const measuresOf = (minLength: number, maxLength: number) =>
  fc.array(row, { minLength, maxLength, size: 'max' }).map((rows) =>
    rows.map(({ cost, tenths, raises, needs, roles }, place): PlanMeasure => {
      const other = needs === null ? place : needs % rows.length;
      return {
        id: `M${place}`,
        cost,
        personDays: tenths / 10,
        raises: raises.map(({ item, to, review }) => (review ? { item, to: 3, onlyFrom: 2 } : { item, to })),
        requires: other === place ? [] : [`M${other}`],
        roles,
      };
    }),
  );

const network = (count: number): fc.Arbitrary<PlanNetwork> =>
  fc
    .record({
      yes: fc.subarray(networkItems),
      effects: fc.array(
        fc.record({
          at: fc.integer({ min: 0, max: count - 1 }),
          sets: fc.subarray(networkItems, { minLength: 1, maxLength: 6 }),
          first: fc.option(fc.integer({ min: 0, max: count - 1 }), { freq: 2 }),
        }),
        { maxLength: 6 },
      ),
    })
    .map(({ yes, effects }) => ({
      yes: new Set(yes),
      effects: effects.map(({ at, sets, first }) => ({
        measure: `M${at}`,
        sets,
        requires: first === null ? [] : [`M${first}`],
      })),
    }));

const problemOf = (given: readonly PlanMeasure[]): fc.Arbitrary<PlanProblem> =>
  fc.record({
    items: fc
      .array(fc.integer({ min: -1, max: 3 }), { minLength: itemIds.length, maxLength: itemIds.length })
      .map((steps) =>
        Object.entries(areas).flatMap(([area, ids]) =>
          ids.flatMap((id) => {
            const step = steps[itemIds.indexOf(id)] ?? -1;
            return step < 0 ? [] : [{ id, area, step }];
          }),
        ),
      ),
    measures: fc.constant(given),
    network: fc.option(network(given.length), { freq: 4 }),
    budget: fc.constantFrom(0, 50_000, 400_000, 4_000_000),
    personDays: fc.constantFrom(0, 2, 5.5, 12, 100),
    roleDays: fc.subarray([
      { role: '院長', days: 2.5 },
      { role: '企画', days: 1.5 },
      { role: '運用', days: 4 },
    ]),
    begun: fc
      .subarray(
        given.map(({ id }) => id),
        { maxLength: Math.min(2, given.length) },
      )
      .map((ids) => new Set(ids)),
    goal: fc.constantFrom<Goal>(...goals),
  });
const problems = measuresOf(1, 11).chain(problemOf);
const largeProblems = measuresOf(12, 15).chain(problemOf);

function* subsets<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let bits = 0; bits < 2 ** all.length; bits += 1) yield all.filter((_, place) => (bits >> place) & 1);
}

const isWhole = (chosen: readonly PlanMeasure[]) => {
  const ids = new Set(chosen.map(({ id }) => id));
  return chosen.every(({ requires }) => requires.every((id) => ids.has(id)));
};
const close = (one: number, other: number) => Math.abs(one - other) < 1e-9;
const reaches = ({ areas: all, networkLevel }: PlanOutcome) =>
  all.every(({ after }) => after > 1.5 + 1e-9) && (networkLevel === null || networkLevel.after >= 2);

/** What a choice is worth, the first number first; larger is better. */
function worth({ goal, measures: all }: PlanProblem, chosen: readonly PlanMeasure[], outcome: PlanOutcome): number[] {
  const after = outcome.areas.map((area) => area.after);
  const byScore = [Math.min(3, ...after), outcome.networkLevel?.after ?? 0, after.reduce((sum, one) => sum + one, 0)];
  const ids = all.map(({ id }) => (chosen.some((one) => one.id === id) ? 1 : 0)).toReversed();
  return [...(goal === 'weakest' ? byScore : []), -outcome.cost, ...ids.map((one) => -one)];
}

const isBetter = (one: readonly number[], other: readonly number[]): boolean => {
  const at = one.findIndex((value, place) => !close(value, other[place] ?? Number.NaN));
  return at >= 0 && (one[at] ?? 0) > (other[at] ?? 0);
};

/** The best choice by trying every one. */
function bestOf(problem: PlanProblem): readonly string[] | null {
  let best: { readonly ids: readonly string[]; readonly value: readonly number[] } | null = null;
  for (const chosen of subsets(problem.measures)) {
    const fits = limitsOf(problem).every((limit) => takenOf(limit, chosen) <= limit.given + 1e-9);
    const allowed = fits && isWhole(chosen) && [...problem.begun].every((id) => chosen.some((one) => one.id === id));
    if (!allowed) continue;
    const outcome = outcomeOf(problem, chosen);
    if (problem.goal === 'level2' && !reaches(outcome)) continue;
    const value = worth(problem, chosen, outcome);
    if (!best || isBetter(value, best.value)) best = { ids: chosen.map(({ id }) => id), value };
  }
  return best?.ids ?? null;
}

const neededOf = ({ budget, personDays, roles }: Limits, { name, role }: PlanLimit): number => {
  const limit = name === 'role' ? roles.find((one) => one.role === role) : { budget, personDays }[name];
  return limit?.needed ?? Number.POSITIVE_INFINITY;
};

/** Solves the stages before one, whose turn comes when the time is over. */
function solveUntil(model: LinearModel, stages: readonly Stage[], at: number) {
  let now = 0;
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => now);
  const last = stages[at - 1];
  const timed = stages.map((stage) => ({
    name: stage.name,
    sense: stage.sense,
    get sum() {
      if (stage === last) now = 1e9;
      return stage.sum;
    },
  }));
  try {
    return solve(model, timed, 1_000);
  } finally {
    clock.mockRestore();
  }
}

describe('a plan', () => {
  it('is the one found by trying every choice, or none where there is none', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const plan = makePlan(problem, seconds);
        const best = bestOf(problem);
        expect(plan.status).toBe(best === null ? 'infeasible' : 'optimal');
        expect(plan.chosen.map(({ id }) => id)).toEqual(best ?? []);
        expect(plan.gap).toBe(0);
        const rest = leftOut(problem, plan, { measures: problem.measures, excluded: new Set() });
        const unexplained = rest.filter(
          ({ reason, missing }) =>
            reason === 'over-limit' && Math.max(missing.budget, missing.personDays, missing.roles.length) === 0,
        );
        if (best !== null) expect(unexplained, 'what fits and raises something would have been chosen').toEqual([]);
      }),
      { numRuns: 300 },
    );
  }, 120_000);

  it('of up to 15 measures is the one found by trying every choice too', () => {
    fc.assert(
      fc.property(largeProblems, (problem) => {
        const best = bestOf(problem);
        const plan = makePlan(problem, seconds);
        expect(plan).toMatchObject({ status: best === null ? 'infeasible' : 'optimal', gap: 0 });
        expect(plan.chosen.map(({ id }) => id)).toEqual(best ?? []);
      }),
      { numRuns: 40 },
    );
  }, 120_000);

  it('that cannot be says how it could: with all that is told there is one, with less there is none', () => {
    fc.assert(
      fc.property(problems, (given) => {
        const problem: PlanProblem = { ...given, goal: 'level2' };
        const { status, gap, limits, ways, outOfReach } = makePlan(problem, seconds);
        if (status !== 'infeasible') return;
        expect(gap).toBe(0);
        const boundless = limitsOf(problem).reduce(withoutLimit, problem);
        expect(isBeyond(outOfReach)).toBe(bestOf(boundless) === null);
        if (isBeyond(outOfReach)) return;
        expect(limits).toEqual(ways[0]);
        for (const way of ways) {
          const all = limitsOf(problem).map((limit) => ({ limit, needed: neededOf(way, limit) }));
          const asked = all.reduce(
            (one, { limit, needed }) => withLimit(one, limit, Math.max(limit.given, needed)),
            problem,
          );
          expect(bestOf(asked)).not.toBeNull();
          const short = all.filter(({ limit, needed }) => needed > limit.given);
          expect(short).not.toEqual([]);
          for (const { limit, needed } of short)
            expect(
              bestOf(withLimit(asked, limit, needed - 0.1)),
              'no less of one limit with the rest of it',
            ).toBeNull();
        }
        const isAlone = ways.some(
          (way) => limitsOf(problem).filter((one) => neededOf(way, one) > one.given).length === 1,
        );
        const single = limitsOf(problem).filter((limit) => bestOf(withoutLimit(problem, limit)) !== null);
        expect(ways).toHaveLength(isAlone ? single.length : ways.length);
        expect(isAlone || single.length === 0).toBe(true);
      }),
      { numRuns: 60 },
    );
  }, 120_000);

  it('is nothing but what is begun where the time is over before anything was found', () => {
    const [sample] = fc.sample(problems, { numRuns: 1, seed: 7 });
    const [first] = sample?.measures ?? [];
    if (!sample || !first) throw new Error('no problem');
    const plan = makePlan({ ...sample, begun: new Set([first.id]) }, 0);
    expect(plan).toMatchObject({ status: 'time-limit', gap: 1, stage: null, chosen: [{ id: first.id }] });
    expect(isFound(plan)).toBe(false);
    expect(JSON.parse(planJson(plan))).toMatchObject({ status: 'time-limit', gap: 1, stage: null });
    expect(Object.keys(JSON.parse(planJson(makePlan(sample, seconds))))).not.toContain('stage');
  });

  it('keeps what the stages before the one under way have proven where the time is over', () => {
    fc.assert(
      fc.property(problems, (given) => {
        const { model, stages } = planModel({ ...given, goal: 'weakest' });
        const whole = solve(model, stages, seconds);
        if (whole.status !== 'optimal') return;
        const at = stages.findIndex(({ name }) => name === 'cost');
        const over = solveUntil(model, stages, at);
        expect(over).toMatchObject({ status: 'time-limit', stage: 'cost', gap: 1, isFound: true });
        const sumOf = ({ sum }: Stage, values: readonly number[]) =>
          Math.round(sum.reduce((total, [column, by]) => total + by * (values[column] ?? 0), 0));
        for (const stage of stages.slice(0, at))
          expect(sumOf(stage, 'values' in over ? over.values : [])).toBe(sumOf(stage, whole.values));
      }),
      { numRuns: 20 },
    );
  }, 60_000);
});
