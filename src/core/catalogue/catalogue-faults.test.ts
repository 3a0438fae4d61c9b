import { describe, expect, it } from 'vitest';
import { catalogueFaults } from './catalogue-faults.ts';
import { madeUpCatalogue, madeUpCounts } from './testing/made-up-catalogue.ts';
import { toThree, toTwo, withMeasures } from './testing/made-up-change.ts';

describe('a catalogue', () => {
  it('made up for tests has no fault', () => expect(catalogueFaults(madeUpCatalogue, madeUpCounts)).toEqual([]));

  it('says in Japanese where the fault is', () => {
    const [fault] = catalogueFaults(withMeasures(toTwo, { ...toThree, requires: ['MS9'] }), madeUpCounts);
    expect(fault).toEqual({
      sheet: 'small-facility 1.0.0',
      item: 'MS2',
      field: 'requires',
      code: 'catalogue/measure',
      message: 'MS2 の前に要る対策 MS9 が見つかりません。',
    });
  });
});
