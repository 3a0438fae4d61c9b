import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isCursor, longestCursor } from './live.ts';

const snapshot = fc
  .uniqueArray(fc.bigInt({ min: 1n, max: 1n << 40n }), { minLength: 2, maxLength: 12 })
  .map((all) => all.toSorted((one, other) => (one < other ? -1 : 1)))
  .map((xids) => ({ lowest: xids[0] ?? 1n, next: (xids.at(-1) ?? 1n) + 1n, running: xids }));

test('a snapshot is a cursor', () => {
  fc.assert(
    fc.property(snapshot, ({ lowest, next, running }) => {
      expect(isCursor(`${lowest}:${next}:${running.join(',')}`)).toBe(true);
      expect(isCursor(`${lowest}:${next}:`)).toBe(true);
    }),
  );
});

test('what PostgreSQL would not read as a snapshot is none', () => {
  fc.assert(
    fc.property(snapshot, ({ lowest, next, running }) => {
      expect(isCursor(`${next}:${lowest}:`)).toBe(false);
      expect(isCursor(`${lowest}:${next}:${running.toReversed().join(',')}`)).toBe(false);
      expect(isCursor(`${lowest}:${next}:${next}`)).toBe(false);
      expect(isCursor(`${lowest + 1n}:${next}:${lowest}`)).toBe(false);
    }),
  );
});

test.each([
  '',
  '1',
  '1:1',
  '0:1:',
  ':1:1',
  '1:2:3',
  '1:2:1,',
  "1:2:1'",
  ' 1:2:',
  '9223372036854775808:9223372036854775808:',
  `1:99:${'1,'.repeat(longestCursor)}2`,
])('%j is no cursor', (text) => {
  expect(isCursor(text)).toBe(false);
});
