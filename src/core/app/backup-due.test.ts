import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isBackupDue } from './backup-due.ts';

const long = '2026-01-01T00:00:00Z';
const at = (text: string | null) => (text === null ? null : new Date(text));

// 03:00 in Japan is 18:00 UTC of the day before.
test.each([
  ['at its time', long, '2026-11-24T18:00:20Z', '2026-11-25T18:00:00Z', true],
  ['a minute before', long, '2026-11-24T18:00:20Z', '2026-11-25T17:59:00Z', false],
  ['once it was begun', long, '2026-11-25T18:00:20Z', '2026-11-25T19:00:00Z', false],
  ['made up for in the morning', long, '2026-11-24T18:00:20Z', '2026-11-26T00:00:00Z', true],
  ['not after 20 hours', long, '2026-11-24T18:00:20Z', '2026-11-26T14:00:00Z', false],
  ['the first, of an installation of before', long, null, '2026-11-26T00:00:00Z', true],
  ['not the day it is set up', '2026-11-25T23:00:00Z', null, '2026-11-26T00:00:00Z', false],
  ['nothing is there', null, null, '2026-11-26T00:00:00Z', false],
  ['set up by a clock that was ahead', '2027-11-25T23:00:00Z', null, '2026-11-26T00:00:00Z', true],
])('%s: set up %s, last begun %s, now %s: %s', (_, setUpAt, begunAt, now, due) => {
  expect(isBackupDue('03:00', { setUpAt: at(setUpAt), begunAt: at(begunAt) }, new Date(now))).toBe(due);
});

test('asked every minute one is begun each day, whatever its time', () => {
  const minutes = fc.integer({ min: 0, max: 24 * 60 - 1 });
  fc.assert(
    fc.property(minutes, minutes, (of, from) => {
      const time = `${String(Math.floor(of / 60)).padStart(2, '0')}:${String(of % 60).padStart(2, '0')}`;
      const start = Date.parse('2026-11-20T00:00:30Z') + from * 60_000;
      let begunAt: Date | null = new Date(start - 60_000);
      let begun = 0;
      for (let minute = 0; minute < 3 * 24 * 60; minute += 1) {
        const now = new Date(start + minute * 60_000);
        if (!isBackupDue(time, { setUpAt: new Date(long), begunAt }, now)) continue;
        begunAt = now;
        begun += 1;
      }
      expect(begun).toBe(3);
    }),
    { numRuns: 20 },
  );
});
