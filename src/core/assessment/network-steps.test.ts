import { describe, expect, it } from 'vitest';
import type { AnswerValue, LadderStep } from '../catalogue/sheet.ts';
import {
  madeUpArea,
  madeUpItem,
  madeUpMeasure,
  madeUpSheet,
  madeUpYesNo,
} from '../catalogue/testing/made-up-catalogue.ts';
import { nextNetworkSteps } from './network-steps.ts';
import { answersOf } from './testing/made-up-answers.ts';

const row = (measure: string, sets: string[], parts: Partial<LadderStep> = {}): LadderStep => {
  return { from: 0, measure, sets, action: `${measure}をする`, ...parts };
};
const sheet = madeUpSheet('network-level', [madeUpArea('external', [madeUpItem('N1'), madeUpItem('N2')])], {
  scale: madeUpYesNo,
  effects: [{ measure: 'M07-3', sets: ['N3'] }],
  ladder: [
    row('M07-1', ['N1']),
    row('M07-2', []),
    row('M07-4', [], { prepares: ['N2', 'N4'] }),
    row('M07-5', ['N2', 'N4'], { optional: true }),
    row('M07-6', ['N2'], { when: { not: { equals: { item: 'N1', value: 'yes' } } } }),
    row('M07-7', ['N1'], { from: 1 }),
  ],
});
const requires: Readonly<Record<string, string[]>> = {
  'M07-5': ['M07-4', 'M07-3', 'M07-9'],
  'M07-9': ['M07-8', 'M07-3'],
  'M07-8': ['M07-10'],
};
const measureOf = (id: string) => madeUpMeasure(id, ['H01-1→2'], { requires: requires[id] ?? [], costClass: 1 });
const steps = (values: Record<string, AnswerValue>, level = 0) => {
  return nextNetworkSteps(sheet, answersOf(values), level, measureOf);
};
const ids = (values: Record<string, AnswerValue>, level?: number) => steps(values, level).map(({ measure }) => measure);

describe('steps to the next network level', () => {
  it('are the rows of the level in their order', () => {
    expect(ids({})).toEqual(['M07-1', 'M07-2', 'M07-4', 'M07-5', 'M07-6']);
    expect(ids({}, 1)).toEqual(['M07-7']);
    expect(ids({}, 3)).toEqual([]);
  });

  it('leave out what is はい already', () => {
    expect(ids({ N1: 'yes' })).toEqual(['M07-2', 'M07-4', 'M07-5']);
    expect(ids({ N1: 'no', N2: 'yes' })).toEqual(['M07-1', 'M07-2', 'M07-4', 'M07-5']);
    expect(ids({ N2: 'yes', N4: 'yes' })).toEqual(['M07-1', 'M07-2']);
  });

  it('name only the answers that are not はい yet', () => {
    const step = steps({ N2: 'yes', N4: 'unknown' }).find(({ measure }) => measure === 'M07-5');
    expect(step).toMatchObject({ sets: ['N4'], optional: true, costClass: 1, personDays: 1, role: '担当' });
  });

  it('name what stands before and is no step of its own, first things first', () => {
    const idsBefore = (values: Record<string, AnswerValue>) => {
      const step = steps(values).find(({ measure }) => measure === 'M07-5');
      return step?.before.map(({ id }) => id);
    };
    expect(idsBefore({})).toEqual(['M07-3', 'M07-10', 'M07-8', 'M07-9']);
    expect(idsBefore({ N3: 'yes' })).toEqual(['M07-10', 'M07-8', 'M07-9']);
  });
});
