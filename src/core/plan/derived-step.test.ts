import { expect, it } from 'vitest';
import type { AnswerValue } from '../catalogue/sheet.ts';
import {
  madeUpArea,
  madeUpItem,
  madeUpMeasure,
  madeUpSheet,
  madeUpYesNo,
} from '../catalogue/testing/made-up-catalogue.ts';
import { derivedAnswers, derivedStep, type FinishedTask } from './derived-step.ts';

const measures = [
  madeUpMeasure('M01-1', ['H01-1→2', 'H01-2→1']),
  madeUpMeasure('M01-2', ['H01-1→3*']),
  madeUpMeasure('M01-3', ['H01-2→3']),
];
const sheet = madeUpSheet('hospital', [madeUpArea('01', [madeUpItem('H01-1'), madeUpItem('H01-2')], measures)]);
const derived = (item: string, done: readonly string[], now: number | null) =>
  derivedStep(sheet, item, new Set(done), now);
const titleOf = (place: number) => measures[place]?.title;

it('is the highest step finished measures reach, said by those that reach it', () => {
  expect(derived('H01-2', ['M01-1', 'M01-3'], null)).toEqual({ to: 3, measures: [titleOf(2)] });
  expect(derived('H01-2', ['M01-1'], 0)).toEqual({ to: 1, measures: [titleOf(0)] });
});

it('is 3 by a review only where 2 is reached', () => {
  expect(derived('H01-1', ['M01-2'], 1)).toBeUndefined();
  expect(derived('H01-1', ['M01-2'], 2)).toEqual({ to: 3, measures: [titleOf(1)] });
  expect(derived('H01-1', ['M01-1', 'M01-2'], null)).toEqual({ to: 3, measures: [titleOf(1), titleOf(0)] });
});

it('is nothing where no measure is done, or no more than is answered', () => {
  expect(derived('H01-1', [], null)).toBeUndefined();
  expect(derived('H01-1', ['M01-1'], 2)).toBeUndefined();
  expect(derived('H01-9', ['M01-1'], null)).toBeUndefined();
});

const finished = (measureId: string, proved: boolean): FinishedTask => ({
  id: '7b0e6c1a-0000-4000-8000-000000000000',
  title: measureId,
  measureId,
  proved,
});
const answers = (tasks: readonly FinishedTask[], now: AnswerValue | null) =>
  derivedAnswers(sheet, tasks, { valueOf: () => now, stands: () => false }).map(({ itemId, to, needsProof }) => ({
    itemId,
    to,
    needsProof,
  }));

it('raises an answer by what is proved, and says where a proof would raise it', () => {
  expect(answers([finished('M01-1', true)], '0')).toEqual([
    { itemId: 'H01-1', to: '2', needsProof: false },
    { itemId: 'H01-2', to: '1', needsProof: false },
  ]);
  expect(answers([finished('M01-1', false)], '1')).toEqual([
    { itemId: 'H01-1', to: null, needsProof: true },
    { itemId: 'H01-2', to: null, needsProof: false },
  ]);
  expect(answers([finished('M01-1', true), finished('M01-3', false)], null)).toContainEqual({
    itemId: 'H01-2',
    to: '1',
    needsProof: true,
  });
  expect(answers([], '0')).toEqual([]);
});

const network = madeUpSheet(
  'network-level',
  [madeUpArea('N', [madeUpItem('N6'), madeUpItem('N10'), madeUpItem('N11')])],
  {
    scale: madeUpYesNo,
    effects: [
      { measure: 'M07-8', sets: ['N10'] },
      { measure: 'M08-3', sets: ['N6'], requires: ['M08-2'] },
      { measure: 'M13-2', sets: ['N11'], requires: ['M07-8'] },
    ],
  },
);
type Known = { readonly yes?: readonly string[]; readonly stands?: readonly string[] };
const ofNetwork = (tasks: readonly FinishedTask[], { yes = [], stands = [] }: Known = {}) =>
  derivedAnswers(network, tasks, {
    valueOf: (item) => (yes.includes(item) ? 'yes' : 'no'),
    stands: (id) => stands.includes(id),
  }).map(({ itemId, tasks, to, needsProof }) => [itemId, tasks.map(({ title }) => title), to, needsProof]);

it('is はい in the network sheet by what its effects set, once a file proves it', () => {
  expect(ofNetwork([finished('M07-8', true)])).toEqual([['N10', ['M07-8'], 'yes', false]]);
  expect(ofNetwork([finished('M07-8', false)])).toEqual([['N10', ['M07-8'], null, true]]);
  expect(ofNetwork([finished('M07-8', true)], { yes: ['N10'] })).toEqual([['N10', ['M07-8'], null, false]]);
  expect(ofNetwork([finished('M01-1', true)])).toEqual([]);
});

it('is はい only where what has to stand first is finished, seen, or stands by another run', () => {
  const media = finished('M08-3', true);
  expect(ofNetwork([media])).toEqual([['N6', ['M08-3'], null, false]]);
  expect(ofNetwork([media, finished('M08-2', false)])).toEqual([['N6', ['M08-3', 'M08-2'], null, true]]);
  expect(ofNetwork([media, finished('M08-2', true)])).toEqual([['N6', ['M08-3', 'M08-2'], 'yes', false]]);
  expect(ofNetwork([media], { stands: ['M08-2'] })).toEqual([['N6', ['M08-3'], 'yes', false]]);
  expect(ofNetwork([finished('M08-2', true)])).toEqual([]);
  expect(ofNetwork([finished('M13-2', true)], { yes: ['N10'] })).toEqual([['N11', ['M13-2'], 'yes', false]]);
});
