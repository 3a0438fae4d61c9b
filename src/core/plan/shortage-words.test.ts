import { expect, it } from 'vitest';
import { madeUpArea, madeUpItem, madeUpSheet } from '../catalogue/testing/made-up-catalogue.ts';
import { nothingOutOfReach } from './out-of-reach.ts';
import type { Limit, Limits } from './plan.ts';
import { shortageLines } from './shortage-words.ts';

const hospital = madeUpSheet('hospital', [madeUpArea('01', [madeUpItem('H01-1')]), madeUpArea('02', [])]);
const network = madeUpSheet('network-level', [madeUpArea('N', [madeUpItem('N3'), madeUpItem('N4')])]);
const around = { sheets: [hospital, network], excludes: false };
const enough = { given: 3, needed: 2 };
const way = (budget: Limit, personDays: Limit, roles: Limits['roles'] = []): Limits => ({ budget, personDays, roles });
const linesOf = (...ways: Limits[]) => shortageLines({ ways, gap: 0, outOfReach: nothingOutOfReach }, around);
const money = { given: 100_000, needed: 1_650_000 };
const days = { given: 30, needed: 145 };

it('one limit that is enough alone is told with the least it would have to be', () => {
  expect(linesOf(way(money, enough))).toEqual(['予算が10万円では足りません。少なくとも165万円が要ります。']);
  const role = { role: '運用担当', given: 2, needed: 4.5 };
  expect(linesOf(way(enough, enough, [role]))).toEqual([
    '運用担当者の人日が2人日では足りません。少なくとも4.5人日が要ります。',
  ]);
});

it('limits of which each is enough alone are told as a choice', () => {
  expect(linesOf(way(money, enough), way(enough, days))).toEqual([
    '次のどれか一つで届きます。',
    '・予算を少なくとも165万円（今は10万円）にする。',
    '・手間を少なくとも145人日（今は30人日）にする。',
  ]);
});

it('limits that are short together are told as an example that works', () => {
  expect(linesOf(way(money, days))).toEqual([
    '次のようにすると届きます。予算を165万円（今は10万円）、手間を145人日（今は30人日）にする：両方を満たす例。',
  ]);
  const role = { role: '院長', given: 0, needed: 1 };
  expect(linesOf(way(money, days, [role]))[0]).toContain('院長の人日を1人日（今は0人日）にする：すべてを満たす例。');
});

it('what no measure brings is named, and excluded measures only where there are some', () => {
  const beyond = { ways: [], gap: 0, outOfReach: { areas: ['01'], items: ['N3', 'N4'] } };
  const lines = [
    '対策をすべてしても、「分野01」が1.5点を超えません。',
    '対策をすべてしても、院内ネットワークのN3「N3をしていますか」など2問が「はい」になりません。',
  ];
  expect(shortageLines(beyond, around)).toEqual(lines);
  expect(shortageLines(beyond, { ...around, excludes: true })).toEqual([
    ...lines,
    'できない対策として除いたものを、見直してください。',
  ]);
});

it('nothing is told that is not certain', () => {
  expect(shortageLines({ ways: [way(money, days)], gap: 1, outOfReach: nothingOutOfReach }, around)).toEqual([]);
  expect(linesOf()).toEqual([]);
});
