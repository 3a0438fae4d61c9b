import { expect, it } from 'vitest';
import { isSteppedUp, neverAsked } from './step-up.ts';

const now = new Date('2026-11-21T03:00:00Z');
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);

it.each([
  [null, false],
  [ago(0), true],
  [ago(599), true],
  [ago(600), false],
  [ago(86_400), false],
  [ago(-60), true],
  [ago(-61), false],
  [ago(-365 * 86_400), false],
  [neverAsked, true],
])('proved at %s: %s', (provedAt, fresh) => {
  expect(isSteppedUp(provedAt, now)).toBe(fresh);
});
