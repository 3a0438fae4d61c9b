import { describe, expect, it } from 'vitest';
import type { AnswerValue } from '../catalogue/sheet.ts';
import { everyYear, madeUpMeasure } from '../catalogue/testing/made-up-catalogue.ts';
import { type MeasureContext, unmetPrerequisites } from './prerequisite.ts';
import { answersOf } from './testing/made-up-answers.ts';

const known = [
  madeUpMeasure('M01-1', ['H01-1→2', 'H01-2→2']),
  madeUpMeasure('M01-2', ['H01-1→1']),
  madeUpMeasure('M01-3', ['H01-1→3', 'H01-2→3*'], everyYear),
  madeUpMeasure('M01-4', ['H01-1→3*'], everyYear),
  madeUpMeasure('ME1', ['E1-1→2']),
];
const items = new Set(['H01-1', 'H01-2']);
const measureOf = (id: string) => known.find((measure) => measure.id === id);

function unmet(required: string, values: Record<string, AnswerValue | null>, context: Partial<MeasureContext> = {}) {
  const measure = madeUpMeasure('M02-1', ['H02-1→2'], { requires: [required] });
  return unmetPrerequisites(measure, items, answersOf(values), { measureOf, ...context });
}

describe('a prerequisite', () => {
  it('is named while an item it raises stands below 2', () => {
    const [prerequisite] = unmet('M01-1', { 'H01-1': '2', 'H01-2': '1' });
    expect(prerequisite).toEqual({ id: 'M01-1', title: 'M01-1をする', blocks: true });
  });

  it.each<[string, Record<string, AnswerValue | null>, boolean]>([
    ['M01-1', { 'H01-1': '2', 'H01-2': '3' }, true],
    ['M01-1', { 'H01-1': '2', 'H01-2': 'not-applicable' }, true],
    ['M01-1', { 'H01-1': '2', 'H01-2': 'unknown' }, false],
    ['M01-1', { 'H01-1': '2', 'H01-2': null }, false],
    ['M01-1', { 'H01-1': '2' }, false],
    ['M01-2', { 'H01-1': '1' }, true],
    ['M01-2', { 'H01-1': '0' }, false],
    ['M01-3', { 'H01-1': '2', 'H01-2': '0' }, true],
    ['M01-3', { 'H01-1': '1', 'H01-2': '3' }, false],
    ['M01-4', { 'H01-1': '3' }, false],
  ])('%s with %j is settled: %j', (required, values, settled) => {
    expect(unmet(required, values)).toHaveLength(settled ? 0 : 1);
  });

  it('of a sheet without a submitted run only hints', () => {
    expect(unmet('ME1', {})).toEqual([{ id: 'ME1', title: 'ME1をする', blocks: false }]);
  });

  it('of another sheet is decided by its submitted run', () => {
    expect(unmet('ME1', {}, { otherAnswers: answersOf({ 'E1-1': '1' }) })).toMatchObject([{ blocks: true }]);
    expect(unmet('ME1', {}, { otherAnswers: answersOf({ 'E1-1': '2' }) })).toEqual([]);
  });

  it('nobody knows is still named, without blocking', () => {
    expect(unmet('M99-1', {})).toEqual([{ id: 'M99-1', title: '', blocks: false }]);
  });
});
