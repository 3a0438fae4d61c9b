import { describe, expect, it } from 'vitest';
import type { Catalogue } from './catalogue.ts';
import { everyYear, madeUpCatalogue, madeUpCounts, madeUpItem, madeUpMeasure } from './testing/made-up-catalogue.ts';
import { faultsOf, withArea, withMeasures, withSheet } from './testing/made-up-change.ts';

describe('counts', () => {
  it.each<[string, Catalogue, string]>([
    ['an item too many', withArea((area) => ({ ...area, items: [...area.items, madeUpItem('S2')] })), 'areas'],
    ['a measure too few', withMeasures(madeUpMeasure('MS1', ['S1→3'], everyYear)), 'measures'],
    ['an area nobody expects', withArea((area) => ({ ...area, id: 'S9' })), 'areas'],
  ])('name %s', (_name, catalogue, field) => expect(faultsOf(catalogue)).toContain(`catalogue/count  ${field}`));

  it('name a clause too few', () => {
    const [guideline] = madeUpCatalogue.guidelines;
    const guidelines = guideline ? [{ ...guideline, chapters: [{ no: 3, title: '章', clauses: [] }] }] : [];
    expect(faultsOf({ ...madeUpCatalogue, guidelines })).toContain('catalogue/count  chapters');
  });

  it('name a chapter that is missing, even one without clauses', () => {
    const counts = { ...madeUpCounts, guidelines: { GOV7: { 3: 1, 4: 0 } } };
    expect(faultsOf(madeUpCatalogue, counts)).toEqual(['catalogue/count  chapters']);
  });

  it('are wanted for every version', () => {
    const next = withSheet('small-facility', (sheet) => ({ ...sheet, version: '2.0.0' }));
    expect(faultsOf(next)).toEqual(['catalogue/missing', 'catalogue/count-not-set']);
  });
});
