import { expect, it } from 'vitest';
import { madeUpArea, madeUpItem, madeUpMeasure, madeUpSheet } from '../catalogue/testing/made-up-catalogue.ts';
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
const answers = (tasks: readonly FinishedTask[], now: number | null) =>
  derivedAnswers(sheet, tasks, () => now).map(({ itemId, to, needsProof }) => ({ itemId, to, needsProof }));

it('raises an answer by what is proved, and says where a proof would raise it', () => {
  expect(answers([finished('M01-1', true)], 0)).toEqual([
    { itemId: 'H01-1', to: '2', needsProof: false },
    { itemId: 'H01-2', to: '1', needsProof: false },
  ]);
  expect(answers([finished('M01-1', false)], 1)).toEqual([
    { itemId: 'H01-1', to: null, needsProof: true },
    { itemId: 'H01-2', to: null, needsProof: false },
  ]);
  expect(answers([finished('M01-1', true), finished('M01-3', false)], null)).toContainEqual({
    itemId: 'H01-2',
    to: '1',
    needsProof: true,
  });
  expect(answers([], 0)).toEqual([]);
});
