import { expect, test } from 'vitest';
import { activitySearch } from './activity-search.ts';

test('what fits of an address is asked for, the rest is left out', () => {
  const asked = { kind: 'people', from: '2026-04-01', to: 'morgen', personId: 'x', after: '1' };
  expect(activitySearch(asked)).toEqual({ kind: 'people', from: '2026-04-01' });
});

test.each(['2026-02-30', '2026-13-01', '2026-4-1', 20260401])('%s is no day', (from) =>
  expect(activitySearch({ from })).toEqual({}),
);
