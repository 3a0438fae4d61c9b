import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isStepUnused, latestStep, stepAt, stepDrift } from './time-step.ts';

const now = new Date('2026-11-21T03:00:00Z');
const step = stepAt(now);

test.each([
  ['the first code ever', 0, true],
  ['a code after that of the step before', step - 1, true],
  ['the same code again', step, false],
  ['a code after one of the drift', step + 1, false],
  ['a code after one another machine took, its clock a minute ahead', step + 3, false],
  ['a code after one no right clock can have taken', step + 4, true],
  ['a code after the clock was a year ahead', step + 365 * 2880, true],
])('%s', (_, last, unused) => {
  expect(isStepUnused(step, last, now)).toBe(unused);
});

test('by a clock that only goes forward no code is ever taken twice, nor one of before', () => {
  const waits = fc.array(fc.tuple(fc.integer({ min: 0, max: 90 }), fc.integer({ min: -stepDrift, max: stepDrift })));
  fc.assert(
    fc.property(waits, (tries) => {
      let at = now.getTime();
      let last = 0;
      for (const [wait, drift] of tries) {
        at += wait * 1000;
        const tried = stepAt(new Date(at)) + drift;
        const taken = isStepUnused(tried, last, new Date(at));
        expect(taken).toBe(tried > last);
        if (taken) last = tried;
        expect(last).toBeLessThanOrEqual(latestStep(new Date(at)));
      }
    }),
  );
});
