import { expect, test } from 'vitest';
import { canBeRestored, undoLimit } from './undo.ts';

const now = new Date('2026-11-21T03:00:00Z');

test.each([
  ['at this moment', '2026-11-21T03:00:00.000Z', true],
  ['30 days ago to the millisecond', '2026-10-22T03:00:00.000Z', true],
  ['a millisecond more than 30 days ago', '2026-10-22T02:59:59.999Z', false],
  ['a year ago', '2025-11-21T03:00:00.000Z', false],
])('what was taken away %s (%s) can be put back: %s', (_, removedAt, can) => {
  expect(canBeRestored(new Date(removedAt), now)).toBe(can);
  expect(new Date(removedAt) < undoLimit(now)).toBe(!can);
});
