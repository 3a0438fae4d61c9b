import { describe, expect, it } from 'vitest';
import type { Catalogue } from './catalogue.ts';
import { catalogueFaults } from './catalogue-faults.ts';
import { everyYear, madeUpCounts, madeUpMeasure } from './testing/made-up-catalogue.ts';
import { faultsOf, toThree, toTwo, withMeasures } from './testing/made-up-change.ts';

describe('measures', () => {
  it.each<[string, Catalogue, readonly string[]]>([
    [
      'raise an item of another sheet',
      withMeasures(madeUpMeasure('MS1', ['S1→2', 'N1→2']), toThree),
      ['catalogue/measure MS1 raises'],
    ],
    [
      'raise an item twice',
      withMeasures(madeUpMeasure('MS1', ['S1→2', 'S1→1']), toThree),
      ['catalogue/measure MS1 raises'],
    ],
    [
      'reach 3 though done once',
      withMeasures(toTwo, { ...toThree, yearly: undefined }),
      ['catalogue/measure MS2 raises', 'catalogue/unreachable S1 raises'],
    ],
    [
      'reach 2 only from 2',
      withMeasures(toTwo, toThree, madeUpMeasure('MS3', ['S1→2*'])),
      ['catalogue/measure MS3 raises'],
    ],
    [
      'leave an item below 2',
      withMeasures(madeUpMeasure('MS1', ['S1→1']), toThree),
      ['catalogue/unreachable S1 raises', 'catalogue/unreachable S1 raises'],
    ],
    ['leave an item below 3', withMeasures(toTwo, madeUpMeasure('MS2', ['S1→2'])), ['catalogue/unreachable S1 raises']],
    ['wait for each other', withMeasures({ ...toTwo, requires: ['MS2'] }, toThree), ['catalogue/cycle MS1 requires']],
    ['wait for themselves', withMeasures({ ...toTwo, requires: ['MS1'] }, toThree), ['catalogue/cycle MS1 requires']],
  ])('must not %s', (_name, catalogue, faults) => {
    expect(faultsOf(catalogue).filter((fault) => !fault.startsWith('catalogue/count'))).toEqual(faults);
  });

  it('reach 3 alone only when they come back every year', () => {
    const once = withMeasures(madeUpMeasure('MS1', ['S1→3']), madeUpMeasure('MS2', ['S1→2']));
    expect(faultsOf(once)).toEqual(['catalogue/measure MS1 raises', 'catalogue/unreachable S1 raises']);
  });

  it('may reach 3 alone when they come back every year', () => {
    expect(faultsOf(withMeasures(madeUpMeasure('MS1', ['S1→3'], everyYear), madeUpMeasure('MS2', ['S1→1'])))).toEqual(
      [],
    );
  });

  it('show the ring they wait in', () => {
    const [fault] = catalogueFaults(withMeasures({ ...toTwo, requires: ['MS2'] }, toThree), madeUpCounts);
    expect(fault?.message).toBe('対策が互いに前提になっています：MS1 → MS2 → MS1');
  });
});
