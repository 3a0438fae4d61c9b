import { expect, test } from 'vitest';
import { isAhead, lately, latestStamp } from './clock.ts';

const now = new Date('2026-11-21T03:00:00Z');
const after = (seconds: number) => new Date(now.getTime() + seconds * 1000);

test.each([
  [after(-86_400), false],
  [now, false],
  [after(60), false],
  [after(60.001), true],
  [after(365 * 86_400), true],
])('a stamp of %s is ahead: %s', (stamp, ahead) => {
  expect(isAhead(stamp, now)).toBe(ahead);
  expect(stamp <= latestStamp(now)).toBe(!ahead);
});

test('what counts of the last hour ends a minute from now', () => {
  expect(lately(now, 3_600_000)).toEqual({ since: after(-3600), latest: after(60) });
});
