import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnswerValue, Measure } from '../catalogue/sheet.ts';
import {
  everyYear,
  madeUpArea,
  madeUpItem,
  madeUpMeasure,
  madeUpSheet,
} from '../catalogue/testing/made-up-catalogue.ts';
import { bestGain, causesOf, laterText } from './measure-effect.ts';
import { proposeMeasures } from './measures.ts';
import { answersOf, stepValues } from './testing/made-up-answers.ts';

/** The step of an item after a set of measures, straight from the words of measure-effects §1. */
function stepAfter(today: number, item: string, done: readonly Measure[]): number {
  const effects = done.flatMap(({ raises }) => raises.filter((effect) => effect.item === item));
  const plain = effects.filter(({ onlyFrom }) => !onlyFrom).map(({ to }) => to);
  const without = Math.max(today, ...plain);
  return without === 2 && effects.some(({ onlyFrom }) => onlyFrom) ? 3 : without;
}

const items = ['H01-1', 'H01-2', 'H01-3'];
const effects = fc.constantFrom('→1', '→2', '→3', '→3*');
const measures = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...items), effects), { selector: ([item]) => item, minLength: 1 })
  .map((raises) =>
    madeUpMeasure(
      'M01-1',
      raises.map(([item, effect]) => item + effect),
      everyYear,
    ),
  );
const answered = fc.record(Object.fromEntries(items.map((item) => [item, fc.constantFrom(...stepValues)])));
const toTwo = items.map((item) => madeUpMeasure('M01-2', [`${item}→2`]));

describe('causes', () => {
  it('are the items the measure raises by itself, and those it raises once they stand at 2', () => {
    fc.assert(
      fc.property(measures, answered, (measure, values) => {
        const expected = items.flatMap((item) => {
          const value = values[item] ?? null;
          if (value === null || value === 'not-applicable') return [];
          const from = value === 'unknown' ? 0 : Number(value);
          const alone = stepAfter(from, item, [measure]);
          const together = stepAfter(from, item, [measure, ...toTwo]);
          if (alone > from) return [`${item} ${from}→${alone}`];
          return together > stepAfter(from, item, toTwo) ? [`${item} ${from}→3 later`] : [];
        });
        const causes = causesOf(measure, answersOf(values)).map(({ item, from, to, onlyFrom }) => {
          return `${item} ${from}→${to}${onlyFrom && from < 2 ? ' later' : ''}`;
        });
        expect([...causes].sort()).toEqual(expected.sort());
      }),
    );
  });

  it.each<[string, AnswerValue, string | undefined]>([
    ['H01-1→2', '1', 'to-2'],
    ['H01-1→3', '0', 'to-2'],
    ['H01-1→1', 'unknown', 'to-1'],
    ['H01-1→3', '2', 'to-3'],
    ['H01-1→3*', '2', 'to-3'],
    ['H01-1→3*', '1', 'later'],
    ['H01-1→2', '2', undefined],
    ['H01-1→3*', '3', undefined],
    ['H01-1→2', 'not-applicable', undefined],
  ])('of %s at %s gain %s', (effect, value, gain) => {
    expect(bestGain(causesOf(madeUpMeasure('M01-1', [effect]), answersOf({ 'H01-1': value })))).toBe(gain);
  });

  it.each<[string, AnswerValue, string]>([
    ['H01-1→3*', '1', '（2になってから）'],
    ['H01-1→3*', '2', ''],
    ['H01-1→3', '1', ''],
  ])('of %s at %s are said with 「%s」', (effect, value, words) => {
    const causes = causesOf(madeUpMeasure('M01-1', [effect]), answersOf({ 'H01-1': value }));
    expect(causes.map(laterText)).toEqual([words]);
  });
});

const sheet = madeUpSheet('hospital', [
  madeUpArea(
    '01',
    [madeUpItem('H01-1'), madeUpItem('H01-2')],
    [
      madeUpMeasure('M01-1', ['H01-1→3*'], everyYear),
      madeUpMeasure('M01-2', ['H01-1→2'], { costClass: 2 }),
      madeUpMeasure('M01-10', ['H01-1→2'], { costClass: 1, personDays: 2 }),
      madeUpMeasure('M01-3', ['H01-1→1']),
      madeUpMeasure('M01-4', ['H01-2→3'], everyYear),
      madeUpMeasure('M01-9', ['H01-1→2'], { costClass: 1, personDays: 2, requires: ['M02-1'] }),
      madeUpMeasure('M01-8', ['H01-1→2'], { costClass: 1, personDays: 5 }),
      madeUpMeasure('M01-7', ['H01-2→2']),
    ],
  ),
  madeUpArea(
    '02',
    [madeUpItem('H02-1'), madeUpItem('H02-2')],
    [madeUpMeasure('M02-1', ['H02-1→2']), madeUpMeasure('M02-2', ['H02-1→2', 'H01-1→2'])],
  ),
  madeUpArea(
    '03',
    [madeUpItem('H03-1')],
    [madeUpMeasure('M03-1', ['H02-2→2']), madeUpMeasure('M03-2', ['H02-2→3*', 'H02-1→2'], everyYear)],
  ),
]);
const all = sheet.areas.flatMap((area) => area.measures);
const context = { measureOf: (id: string) => all.find((measure) => measure.id === id) };
const propose = (values: Record<string, AnswerValue>, weak: readonly string[]) => {
  return proposeMeasures(sheet, answersOf(values), weak, context);
};

describe('measures of a weak area', () => {
  const { measures: shown } = propose({ 'H01-1': '0', 'H01-2': '2', 'H02-1': '1', 'H03-1': '3' }, ['01']);

  it('come by what they gain, then cost, person-days and number', () => {
    const order = ['M01-9', 'M01-10', 'M01-8', 'M01-2', 'M01-3', 'M01-4', 'M01-1'];
    expect(shown.map(({ id }) => id)).toEqual(order);
  });

  it('name the items that caused them', () => {
    expect(shown[0]?.causes).toEqual([{ item: 'H01-1', from: 0, to: 2 }]);
    expect(shown.at(-1)?.causes).toEqual([{ item: 'H01-1', from: 0, to: 3, onlyFrom: 2 }]);
  });

  it('name what has to stand first', () => {
    expect(shown[0]?.prerequisites).toEqual([{ id: 'M02-1', title: 'M02-1をする', blocks: true }]);
    expect(shown[1]?.prerequisites).toEqual([]);
  });

  it('leave out those with nothing left to raise', () => expect(shown.map(({ id }) => id)).not.toContain('M01-7'));

  it('are all shown where everything stands at 0', () => {
    const zeros = { 'H01-1': '0', 'H01-2': '0', 'H02-1': '0', 'H02-2': '0', 'H03-1': '0' } as const;
    expect(propose(zeros, ['01', '02', '03']).measures).toHaveLength(all.length);
    expect(propose(zeros, []).measures).toEqual([]);
  });
});

describe('measures from elsewhere', () => {
  it('are named only for low items that no measure of their own area brings to 2', () => {
    const { elsewhere } = propose({ 'H01-1': '0', 'H02-1': '0', 'H02-2': '1', 'H03-1': '3' }, ['02']);
    expect(elsewhere.map(({ id, area }) => [id, area])).toEqual([['M03-1', '03']]);
    expect(propose({ 'H01-1': '0', 'H02-1': '0', 'H02-2': '2' }, ['02']).elsewhere).toEqual([]);
    expect(propose({ 'H02-1': '0', 'H02-2': '1' }, ['02', '03']).elsewhere).toEqual([]);
  });
});
