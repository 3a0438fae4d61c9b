import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isCounterForward } from './passkey.ts';

test.each([
  [0, 0, true],
  [0, 1, true],
  [5, 6, true],
  [5, 5, false],
  [5, 4, false],
  [5, 0, false],
])('from counter %d to %d: goes on is %s', (stored, told, forward) => {
  expect(isCounterForward(stored, told)).toBe(forward);
});

test('of a passkey and its copy, both used in turn, one is found out', () => {
  fc.assert(
    fc.property(fc.nat(1000), fc.nat(1000), (start, ahead) => {
      const original = start + 1;
      const copy = start + 1;
      expect(isCounterForward(original + ahead, copy)).toBe(false);
    }),
  );
});
