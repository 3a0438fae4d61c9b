import { expect, test } from 'vitest';
import { byDay } from './activity-days.ts';

test('entries stand under their day in Japan, in the order they came', () => {
  const at = ['2026-11-21T15:00:00Z', '2026-11-21T14:59:59Z', '2026-11-21T01:00:00Z'].map((time) => ({ at: time }));
  expect(byDay(at).map(({ title, entries }) => [title, entries.length])).toEqual([
    ['令和8年11月22日（日）', 1],
    ['令和8年11月21日（土）', 2],
  ]);
  expect(byDay([])).toEqual([]);
});
