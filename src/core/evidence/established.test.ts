import { expect, test } from 'vitest';
import type { AnswerValue } from '../catalogue/sheet.ts';
import { madeUpSteps, madeUpYesNo } from '../catalogue/testing/made-up-catalogue.ts';
import { belowClaims, type Established } from './established.ts';

const found = (itemId: string, value: AnswerValue, more: Partial<Established> = {}): Established => ({
  itemId,
  kind: 'audited',
  value,
  claimed: null,
  sourceId: '0198c0de-0000-7000-8000-000000000001',
  on: '2026-11-05',
  ...more,
});
const claims = (values: Record<string, AnswerValue | null>) =>
  new Map(Object.entries(values).map(([id, value]) => [id, { value }]));

test('what an audit or a drill found below its claim stands in its place, and nothing else does', () => {
  const claimed = claims({ H1: '3', H2: '3', H3: '1', H4: null, H5: '2', H6: 'not-applicable' });
  const established = [found('H1', '1'), found('H2', '3'), found('H3', '2'), found('H4', '0'), found('H5', 'unknown')];
  const below = belowClaims([...established, found('H6', '0'), found('S1', '0')], claimed, {
    scale: madeUpSteps,
    fiscalYear: 2026,
  });
  expect([...below]).toEqual([
    ['H1', '1'],
    ['H5', 'unknown'],
  ]);
});

test('the later of an audit and a drill counts, and what was established before the year does not', () => {
  const of = (...established: readonly Established[]) =>
    Object.fromEntries(belowClaims(established, claims({ H1: '3' }), { scale: madeUpSteps, fiscalYear: 2026 }));
  const drill = found('H1', '0', { kind: 'exercised', on: '2026-12-01' });
  expect(of(found('H1', '2'), drill)).toEqual({ H1: '0' });
  expect(of(drill, found('H1', '2', { on: '2027-01-05' }))).toEqual({ H1: '2' });
  expect(of(found('H1', '2', { on: '2026-03-31' }))).toEqual({});
});

test('where the sheet asks はい or いいえ, いいえ and 「分からない」 are below はい', () => {
  const established = [found('N1', 'no'), found('N2', 'unknown'), found('N3', 'yes'), found('N4', 'yes')];
  const claimed = claims({ N1: 'yes', N2: 'yes', N3: 'yes', N4: 'no' });
  const below = belowClaims(established, claimed, { scale: madeUpYesNo, fiscalYear: undefined });
  expect([...below.keys()]).toEqual(['N1', 'N2']);
});
