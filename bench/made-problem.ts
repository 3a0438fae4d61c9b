import fc from 'fast-check';
import type { PlanMeasure, PlanProblem } from '../src/core/plan/problem.ts';
import { daysLeft, type RoleQuarters, type Year } from '../src/core/plan/schedule.ts';

const areaCount = 21;
const itemCount = 80;
const measureCount = 200;
const roles = ['企画管理者', '運用担当', '事務長', '医療安全'];
const itemId = (place: number) => `I${place}`;
const measureId = (place: number) => `M${String(place).padStart(3, '0')}`;

const exactly = <T>(arbitrary: fc.Arbitrary<T>, count: number) =>
  fc.array(arbitrary, { minLength: count, maxLength: count, size: 'max' });

const raise = fc
  .record({ place: fc.nat(itemCount - 1), to: fc.integer({ min: 1, max: 3 }), review: fc.boolean() })
  .map(({ place, to, review }) => ({ item: itemId(place), ...(review ? { to: 3, onlyFrom: 2 as const } : { to }) }));

const measure = fc.record({
  cost: fc.constantFrom(0, 0, 0, 20_000, 50_000, 150_000, 400_000, 1_500_000),
  halfDays: fc.integer({ min: 1, max: 40 }),
  raises: fc.uniqueArray(raise, { minLength: 1, maxLength: 4, selector: ({ item }) => item }),
  needs: fc.option(fc.nat(), { freq: 3 }),
  roles: fc.subarray(roles, { minLength: 1, maxLength: 2 }),
});

const drawn = fc.record({
  steps: exactly(fc.integer({ min: 0, max: 2 }), itemCount),
  rows: exactly(measure, measureCount),
});

const sum = (measures: readonly PlanMeasure[], of: (measure: PlanMeasure) => number) =>
  measures.reduce((total, one) => total + of(one), 0);

/** A problem, and the year whose four quarters its measures are spread over. */
export type MadeProblem = { readonly problem: PlanProblem; readonly year: Year };

const shares = [0.1, 0.4, 0.2] as const;

/** So many days of a role over four quarters, as uneven as they are. */
function quartersOf(role: string, total: number): RoleQuarters {
  const [one, two, three] = shares.map((share) => Math.round(total * share * 10) / 10);
  const rest = Math.round((total - (one ?? 0) - (two ?? 0) - (three ?? 0)) * 10) / 10;
  return { role, days: [one ?? 0, two ?? 0, three ?? 0, rest] };
}

/**
 * Plans to be made of 200 measures for 80 items in 21 areas, with a third of the money and days that all of them would take, and a
 * quarter of its days, over four quarters, for each of so many roles; the same at every call.
 */
export function madeProblems(count: number, limitedRoles: number): readonly MadeProblem[] {
  return fc.sample(drawn, { numRuns: count, seed: limitedRoles }).map(({ steps, rows }): MadeProblem => {
    const measures = rows.map(({ cost, halfDays, raises, needs, roles: own }, place): PlanMeasure => {
      const requires = needs === null || place === 0 ? [] : [measureId(needs % place)];
      return { id: measureId(place), cost, personDays: halfDays / 2, raises, requires, roles: own };
    });
    const daysOf = (role: string) =>
      sum(measures, ({ personDays, roles: own }) => (own.includes(role) ? personDays / own.length : 0));
    const personDays = Math.round(sum(measures, (one) => one.personDays) / 3);
    const year: Year = {
      from: 1,
      personDays,
      roles: roles.slice(0, limitedRoles).map((role) => quartersOf(role, Math.round(daysOf(role) / 4))),
    };
    const problem: PlanProblem = {
      items: steps.map((step, place) => ({ id: itemId(place), area: `A${place % areaCount}`, step })),
      measures,
      network: null,
      budget: Math.round(sum(measures, ({ cost }) => cost) / 3),
      personDays,
      roleDays: year.roles.map((one) => ({ role: one.role, days: daysLeft(one, year.from) })),
      begun: new Set(),
      goal: 'weakest',
    };
    return { problem, year };
  });
}
