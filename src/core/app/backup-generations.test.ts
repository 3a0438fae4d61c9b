import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isTrialDue, keptBackups } from './backup-generations.ts';

const dayMs = 24 * 60 * 60 * 1000;
const daysFrom = (first: string, days: number) =>
  Array.from({ length: days }, (_, day) => new Date(Date.parse(first) + day * dayMs));
const shown = (kept: ReadonlySet<Date>) => [...kept].map((at) => at.toISOString().slice(0, 10)).sort();

/** As the schedule does it: every day one more, then what is not kept goes. */
const afterEach = (days: readonly Date[]) =>
  days.reduce<readonly Date[]>((held, day) => [...keptBackups(held.concat(day))], []);

test('a year of daily backups leaves seven days, five weeks and twelve months', () => {
  // 18:00 UTC is 03:00 of the next day in Japan.
  const kept = shown(new Set(afterEach(daysFrom('2025-06-30T18:00:00Z', 500))));
  expect(kept).toEqual(
    [
      ...['2025-12-30', '2026-01-30', '2026-02-27', '2026-03-30', '2026-04-29', '2026-05-30', '2026-06-29'],
      ...['2026-07-30', '2026-08-30', '2026-09-29', '2026-10-17', '2026-10-24', '2026-10-30', '2026-10-31'],
      ...['2026-11-05', '2026-11-06', '2026-11-07', '2026-11-08', '2026-11-09', '2026-11-10', '2026-11-11'],
    ].sort(),
  );
});

const moments = fc.array(
  fc.integer({ min: 0, max: 4000 * 24 }).map((hour) => new Date(Date.UTC(2020, 0, 1, hour))),
  {
    maxLength: 120,
  },
);

test('the newest is always kept, and at most so many as there are generations', () => {
  fc.assert(
    fc.property(moments, (made) => {
      const kept = keptBackups(made);
      const newest = Math.max(...made.map((at) => at.getTime()));
      expect(kept.size).toBeLessThanOrEqual(24);
      expect(made.length === 0 || [...kept].some((at) => at.getTime() === newest)).toBe(true);
      expect(
        made.length > 6 || new Set(made.map((at) => Math.floor((at.getTime() + 9 * 3600e3) / dayMs))).size <= kept.size,
      ).toBe(true);
    }),
  );
});

test('what is kept once is kept again, and nothing new comes into it', () => {
  fc.assert(
    fc.property(moments, (made) => {
      const kept = keptBackups(made);
      expect([...keptBackups([...kept])].sort()).toEqual([...kept].sort());
      expect([...kept].every((at) => made.includes(at))).toBe(true);
    }),
  );
});

test('however a long pause goes on, nothing of before goes', () => {
  const held = afterEach(daysFrom('2025-06-30T18:00:00Z', 300));
  const after = keptBackups([...held, new Date('2036-01-01T00:00:00Z')]);
  expect(held.filter((at) => !after.has(at)).length).toBeLessThanOrEqual(2);
});

test.each([
  [null, '2026-11-26T03:00:00Z', true],
  ['2026-11-19T03:10:00Z', '2026-11-26T03:00:00Z', true],
  ['2026-11-20T03:10:00Z', '2026-11-26T03:00:00Z', false],
])('with the last test passed at %s one is due at %s: %s', (last, now, due) => {
  expect(isTrialDue(last === null ? null : new Date(last), new Date(now))).toBe(due);
});
