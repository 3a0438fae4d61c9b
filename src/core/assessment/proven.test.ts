import { expect, test } from 'vitest';
import { madeUpArea, madeUpItem, madeUpSheet, madeUpYesNo } from '../catalogue/testing/made-up-catalogue.ts';
import type { Established } from '../evidence/established.ts';
import { provenNumbers } from './proven.ts';
import { answersOf } from './testing/made-up-answers.ts';

const found = (itemId: string, value: Established['value'], on = '2026-11-05'): Established => ({
  itemId,
  kind: 'audited',
  value,
  claimed: null,
  sourceId: '0198c0de-0000-7000-8000-000000000001',
  on,
});
const fiscalYear = 2026;

test('the score and the weak areas by facts count what was found lower, and what was found higher too', () => {
  const areas = ['01', '02'].map((id) => madeUpArea(id, [madeUpItem(`H${id}-1`), madeUpItem(`H${id}-2`)]));
  const sheet = madeUpSheet('hospital', areas);
  const answers = answersOf({ 'H01-1': '3', 'H01-2': '2', 'H02-1': '2', 'H02-2': '2' });
  const numbers = (...established: Established[]) => provenNumbers({ sheet, answers, established, fiscalYear });
  expect(numbers(found('H01-1', '0'))).toEqual({ score: 1.5, weakAreas: 1, networkLevel: null });
  expect(numbers(found('H01-1', '0'), found('H02-1', '3'))).toMatchObject({ score: 1.75 });
  expect(numbers(found('H02-1', '3'))).toBeNull();
  expect(numbers(found('H01-1', '0', '2026-03-31'), found('N1', 'no'))).toBeNull();
});

test('one はい of the network that is not so takes the level down', () => {
  const ids = Array.from({ length: 12 }, (_, place) => `N${place + 1}`);
  const items = ids.map((id) => madeUpItem(id));
  const sheet = madeUpSheet('network-level', [madeUpArea('external', items)], { scale: madeUpYesNo });
  const answers = answersOf(Object.fromEntries(ids.map((id) => [id, 'yes' as const])));
  const level = (...established: Established[]) =>
    provenNumbers({ sheet, answers, established, fiscalYear })?.networkLevel;
  expect(level(found('N12', 'no'))).toBe(2);
  expect(level(found('N1', 'no'))).toBe(0);
  expect(level(found('N1', 'yes'))).toBeUndefined();
});
