import { describe, expect, it } from 'vitest';
import type { Catalogue } from './catalogue.ts';
import { madeUpCatalogue } from './testing/made-up-catalogue.ts';
import { faultsOf, withItem, withSheet } from './testing/made-up-change.ts';

describe('links', () => {
  it.each<[string, Catalogue, readonly string[]]>([
    [
      'a link that leads nowhere',
      withItem((item) => ({ ...item, links: [...item.links, { to: 'R7-H-9-99', relation: 'related' }] })),
      ['catalogue/link S1 links'],
    ],
    [
      'a section of a chapter that is not there',
      withItem((item) => ({ ...item, links: [...item.links, { to: 'GOV7', at: '8.1', relation: 'related' }] })),
      ['catalogue/link S1 links'],
    ],
    ['a near item nobody has', withItem((item) => ({ ...item, near: ['N9'] })), ['catalogue/link S1 near']],
    [
      'a contradiction about an item nobody has',
      withSheet('network-level', (s) => ({
        ...s,
        contradictions: [{ executive: 'N1', items: ['S7'], question: '問い' }],
      })),
      ['catalogue/link N1 contradictions'],
    ],
    [
      'a contradiction of another sheet',
      withSheet('network-level', (s) => ({
        ...s,
        contradictions: [{ executive: 'S1', items: ['S1'], question: '問い' }],
      })),
      ['catalogue/link S1 contradictions'],
    ],
    [
      'an item that forgets its checklist item',
      withItem((item) => ({ ...item, links: item.links.filter(({ to }) => to !== 'R7-H-1-01') })),
      ['catalogue/one-sided R7-H-1-01 items'],
    ],
    [
      'an item that forgets its clause',
      withItem((item) => ({ ...item, links: item.links.filter(({ to }) => to !== 'GOV7-3-01') })),
      ['catalogue/one-sided GOV7-3-01 items'],
    ],
    [
      'another relation on the other side',
      withItem((item) => ({
        ...item,
        links: item.links.map((link) => (link.to === 'R7-H-1-01' ? { ...link, relation: 'partly' } : link)),
      })),
      ['catalogue/one-sided S1 links', 'catalogue/one-sided R7-H-1-01 items'],
    ],
  ])('are followed to %s', (_name, catalogue, faults) => expect(faultsOf(catalogue)).toEqual(faults));

  it('of a clause must lead to an item', () => {
    const [guideline] = madeUpCatalogue.guidelines;
    const chapters = guideline?.chapters.map((chapter) => {
      return {
        ...chapter,
        clauses: chapter.clauses.map((clause) => ({ ...clause, items: [...clause.items, 'E9-9'] })),
      };
    });
    const guidelines = guideline && chapters ? [{ ...guideline, chapters }] : [];
    const faults = ['catalogue/link GOV7-3-01 items', 'catalogue/one-sided GOV7-3-01 items'];
    expect(faultsOf({ ...madeUpCatalogue, guidelines })).toEqual(faults);
  });
});
