import { expect, it } from 'vitest';
import { type SafeguardRow, safeguardFinding, signOf } from './safeguard.ts';

it.each([
  ['none', { done: 0, open: 0, late: 0 }],
  ['done', { done: 2, open: 0, late: 0 }],
  ['open', { done: 2, open: 1, late: 0 }],
  ['late', { done: 2, open: 1, late: 1 }],
] as const)('a place of the table is %s with %j', (sign, cell) => expect(signOf(cell)).toBe(sign));

it('the gaps are said in a sentence', () => {
  const nothing = { done: 0, open: 0, late: 0 };
  const row = (preventive = nothing, detective = nothing): SafeguardRow => ({
    id: 'network',
    place: 'infrastructure',
    title: 'ネットワーク',
    preventive,
    detective,
  });
  const one = { ...nothing, open: 1 };
  expect(safeguardFinding([row(), row(one), row(nothing, one), row(one, one)])).toBe(
    '4行のうち、防ぐ対応と気づく対応の両方があるのは1行、片方だけが2行、どちらもないのが1行です。',
  );
});
