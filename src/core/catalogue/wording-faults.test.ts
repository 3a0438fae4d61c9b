import { describe, expect, it } from 'vitest';
import type { Catalogue } from './catalogue.ts';
import { madeUpCatalogue } from './testing/made-up-catalogue.ts';
import { faultsOf, toThree, toTwo, withArea, withItem, withMeasures, withSheet } from './testing/made-up-change.ts';

const withoutClauseEvidence: Catalogue = {
  ...madeUpCatalogue,
  guidelines: madeUpCatalogue.guidelines.map((guideline) => {
    const chapters = guideline.chapters.map((chapter) => {
      return { ...chapter, clauses: chapter.clauses.map((clause) => ({ ...clause, evidence: [] })) };
    });
    return { ...guideline, chapters };
  }),
};

describe('texts', () => {
  it.each(['(準備中)', '（準備中）', 'これは（準備中）です', ' '])('left as 「%s」 are named', (meaning) => {
    const catalogue = withItem((item) => ({ ...item, help: { ...item.help, meaning } }));
    expect(faultsOf(catalogue)).toEqual(['catalogue/unwritten S1 help.meaning']);
  });

  it.each([
    ['an item', withItem((item) => ({ ...item, evidence: [] })), 'catalogue/unwritten S1 evidence'],
    ['a clause', withoutClauseEvidence, 'catalogue/unwritten  chapters.0.clauses.0.evidence'],
  ])('of %s say what would prove it', (_name, catalogue, fault) => expect(faultsOf(catalogue)).toEqual([fault]));

  it('may speak of preparing', () => {
    expect(faultsOf(withItem((item) => ({ ...item, text: '準備中の計画がありますか' })))).toEqual([]);
  });

  it('are looked at in heads, areas, measures and clauses too', () => {
    expect(faultsOf(withArea((area) => ({ ...area, about: '(準備中)' })))).toEqual(['catalogue/unwritten S1 about']);
    expect(faultsOf(withMeasures({ ...toTwo, why: '(準備中)' }, toThree))).toEqual(['catalogue/unwritten MS1 why']);
    const head = withSheet('network-level', (sheet) => ({ ...sheet, basis: ['(準備中)'] }));
    expect(faultsOf(head)).toEqual(['catalogue/unwritten  basis.0']);
    const guidelines = madeUpCatalogue.guidelines.map((guideline) => ({ ...guideline, note: '(準備中)' }));
    expect(faultsOf({ ...madeUpCatalogue, guidelines })).toEqual(['catalogue/unwritten  note']);
  });
});

describe('a sheet of our own', () => {
  const called = (words: { readonly title?: string; readonly description?: string; readonly notice?: string }) =>
    faultsOf(withSheet('network-level', (sheet) => ({ ...sheet, ...words })));

  it.each(['title', 'description'])('is not called by the name of HAIP in its %s', (field) => {
    expect(called({ [field]: 'HAIPの点検票' })).toEqual([`catalogue/misnamed  ${field}`]);
  });

  it('says that its questions are our own', () => {
    expect(called({ notice: '公式の設問' })).toEqual(['catalogue/misnamed  notice']);
  });

  it('is told from a list of the ministry', () => {
    const list = withSheet('checklist-institution', (sheet) => ({ ...sheet, notice: '項目を言い換えたもの' }));
    expect(faultsOf(list)).toEqual([]);
  });
});
