import { expect, it } from 'vitest';
import { leftOut } from './left-out.ts';
import { planOf } from './plan.ts';
import type { PlanMeasure, PlanProblem } from './problem.ts';

const measure = (id: string, cost: number, raises: PlanMeasure['raises'], requires: readonly string[] = []) => ({
  id,
  cost,
  personDays: 1,
  raises,
  requires,
  roles: ['運用担当'],
});

const chosen = measure('chosen', 10, [{ item: 'A-1', to: 2 }]);
const problem: PlanProblem = {
  items: [
    { id: 'A-1', area: 'A', step: 0 },
    { id: 'B-1', area: 'B', step: 1 },
  ],
  measures: [
    chosen,
    measure('same', 5, [{ item: 'A-1', to: 2 }]),
    measure('dear', 100, [{ item: 'B-1', to: 3 }]),
    measure('first', 30, []),
    measure('later', 60, [{ item: 'B-1', to: 2 }], ['first']),
    measure('level', 5, []),
  ],
  network: { yes: new Set(), effects: [] },
  budget: 80,
  personDays: 1.5,
  roleDays: [{ role: '運用担当', days: 2 }],
  begun: new Set(),
  goal: 'weakest',
};
const measures = ['chosen', 'same', 'dear', 'first', 'later', 'level', 'gone', 'unwanted'].map((id) => ({ id }));
const reasons = (of: PlanProblem) =>
  leftOut(of, planOf(of, [chosen], { status: 'optimal', gap: 0, stage: null }), {
    measures,
    excluded: new Set(['unwanted']),
  });

it('every measure that is not in the plan has its reason, with what is missing for it and what it needs', () => {
  const nothing = { budget: 0, personDays: 0, roles: [] };
  expect(reasons(problem)).toEqual([
    { id: 'same', reason: 'no-gain', missing: nothing },
    { id: 'dear', reason: 'over-limit', missing: { budget: 30, personDays: 0.5, roles: [] } },
    { id: 'first', reason: 'no-gain', missing: nothing },
    {
      id: 'later',
      reason: 'over-limit',
      missing: { budget: 20, personDays: 1.5, roles: [{ role: '運用担当', days: 1 }] },
    },
    { id: 'level', reason: 'no-gain', missing: nothing },
    { id: 'gone', reason: 'held-back', missing: nothing },
    { id: 'unwanted', reason: 'excluded', missing: nothing },
  ]);
});

it('what would fit and raise is not needed where the goal is reached for less', () => {
  const roomy: PlanProblem = { ...problem, budget: 1_000, personDays: 9, roleDays: [], goal: 'level2' };
  expect(reasons(roomy).map(({ id, reason }) => [id, reason])).toEqual([
    ['same', 'no-gain'],
    ['dear', 'not-needed'],
    ['first', 'no-gain'],
    ['later', 'not-needed'],
    ['level', 'no-gain'],
    ['gone', 'held-back'],
    ['unwanted', 'excluded'],
  ]);
});

it('two measures that need each other are counted once', () => {
  const [a, b] = [measure('a', 50, [{ item: 'B-1', to: 2 }], ['b']), measure('b', 40, [], ['a'])];
  const both: PlanProblem = { ...problem, measures: [chosen, a, b], personDays: 9 };
  expect(
    leftOut(both, planOf(both, [chosen], { status: 'optimal', gap: 0, stage: null }), {
      measures: [a],
      excluded: new Set(),
    }),
  ).toEqual([
    { id: 'a', reason: 'over-limit', missing: { budget: 20, personDays: 0, roles: [{ role: '運用担当', days: 1 }] } },
  ]);
});
