import { expect, test } from 'vitest';
import { byDay, folded } from './activity-days.ts';

test('entries stand under their day in Japan, in the order they came', () => {
  const at = ['2026-11-21T15:00:00Z', '2026-11-21T14:59:59Z', '2026-11-21T01:00:00Z'].map((time) => ({ at: time }));
  expect(byDay(at).map(({ title, entries }) => [title, entries.length])).toEqual([
    ['令和8年11月22日（日）', 1],
    ['令和8年11月21日（土）', 2],
  ]);
  expect(byDay([])).toEqual([]);
});

test('three and more answers of one person, one after the other, are one line, and nothing else is folded', () => {
  const one = (person: string, title: string) => ({ person: { id: person }, title });
  const rows = folded([
    ...Array.from({ length: 3 }, () => one('a', '設問に答えた')),
    one('b', '設問に答えた'),
    one('b', '設問に答えた'),
    one('a', '設問に答えた'),
    ...Array.from({ length: 3 }, () => one('a', '人を招いた')),
  ]);
  expect(rows.map((row) => [row[0]?.person.id, row.length])).toEqual([
    ['a', 3],
    ['b', 1],
    ['b', 1],
    ['a', 1],
    ['a', 1],
    ['a', 1],
    ['a', 1],
  ]);
  expect(folded([])).toEqual([]);
});
