import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shareOf } from './limit.ts';
import type { PlanMeasure } from './problem.ts';
import { quarterDays } from './quarter-days.ts';
import { daysLeft, type Quarter, type RoleQuarters, schedule, type Year } from './schedule.ts';

const measure = (id: string, personDays: number, more: Partial<PlanMeasure> = {}): PlanMeasure => {
  return { id, personDays, cost: 0, raises: [], requires: [], roles: ['運用担当'], ...more };
};
const none = new Set<string>();
const year = (personDays: number, from: Quarter = 1, roles: readonly RoleQuarters[] = []): Year => {
  return { personDays, from, roles };
};
const quartersOf = (chosen: readonly PlanMeasure[], of: Year, begun: ReadonlySet<string> = none) =>
  Object.fromEntries(schedule(chosen, of, begun));

describe('the quarters of a plan', () => {
  it('are filled from the first on, with the days of the year spread evenly', () => {
    const three = [measure('a', 5), measure('b', 5), measure('c', 8)];
    expect(quartersOf(three, year(20))).toEqual({ a: 1, b: 2, c: 4 });
    expect(quartersOf(three, year(20, 3))).toEqual({ a: 3, b: 3, c: 4 });
  });

  it('put what is begun first, and nothing before what it needs', () => {
    const chosen = [measure('a', 5, { requires: ['c'] }), measure('b', 5), measure('c', 5)];
    expect(quartersOf(chosen, year(20), new Set(['b']))).toEqual({ b: 1, c: 2, a: 3 });
  });

  it('wait for the role that has no time, and let a small measure pass a large one', () => {
    const roles: readonly RoleQuarters[] = [{ role: '院長', days: [0, 1, 0, 4] }];
    const chosen = [measure('large', 6, { roles: ['院長', '事務'] }), measure('small', 1, { roles: ['院長'] })];
    expect(quartersOf(chosen, year(40, 1, roles))).toEqual({ large: 4, small: 2 });
    expect(daysLeft({ role: '院長', days: [3, 1, 0, 4] }, 2)).toBe(5);
  });

  it('show what is used of what there is, with what was left over before', () => {
    const roles: readonly RoleQuarters[] = [{ role: '院長', days: [9, 1, 0, 4] }];
    const chosen = [measure('large', 6, { roles: ['院長', '事務'] }), measure('small', 1, { roles: ['院長'] })];
    const of = year(40, 2, roles);
    const used = quarterDays(chosen, schedule(chosen, of, none), of);
    const all = [
      { quarter: 2, used: 1, given: 13.3 },
      { quarter: 3, used: 0, given: 25.7 },
      { quarter: 4, used: 6, given: 39 },
    ];
    const director = [
      { quarter: 2, used: 1, given: 1 },
      { quarter: 3, used: 0, given: 0 },
      { quarter: 4, used: 3, given: 4 },
    ];
    expect(used).toEqual([
      { role: null, quarters: all },
      { role: '院長', quarters: director },
    ]);
  });

  it('never hold more work by their end than there is until then, and leave nothing out', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 12 });
    const spare = fc.tuple(fc.nat(9), fc.nat(9), fc.nat(9), fc.nat(9));
    fc.assert(
      fc.property(sizes, spare, fc.constantFrom<Quarter>(1, 2, 3, 4), (tenths, [a, b, c, d], from) => {
        const chosen = tenths.map((size, at) =>
          measure(`M${at}`, size / 10, {
            requires: at % 3 === 2 ? [`M${at - 1}`] : [],
            roles: at % 2 ? ['院長'] : ['院長', '事務'],
          }),
        );
        const total = chosen.reduce((sum, one) => sum + one.personDays, 0);
        const role = chosen.reduce((sum, one) => sum + shareOf(one, '院長'), 0);
        const days: RoleQuarters['days'] = [a, b, c, d + role];
        const found = schedule(chosen, year(total, from, [{ role: '院長', days }]), none);
        expect(found.size).toBe(chosen.length);
        for (const end of [1, 2, 3, 4].filter((quarter) => quarter >= from)) {
          const done = chosen.filter(({ id }) => (found.get(id) ?? 0) <= end);
          const until = days.reduce((sum, one, at) => sum + (at + 1 < from || at >= end ? 0 : one), 0);
          expect(done.reduce((sum, one) => sum + shareOf(one, '院長'), 0)).toBeLessThanOrEqual(until + 1e-6);
        }
        for (const { quarters } of quarterDays(chosen, found, {
          personDays: total,
          from,
          roles: [{ role: '院長', days }],
        })) {
          expect(quarters.length).toBe(5 - from);
          for (const { used, given } of quarters) expect(used).toBeLessThanOrEqual(given + 0.1001);
        }
        for (const { id, requires } of chosen)
          for (const first of requires) expect(found.get(first) ?? 9).toBeLessThanOrEqual(found.get(id) ?? 0);
      }),
    );
  });
});
