import { describe, expect, it } from 'vitest';
import type { Bridge } from './bridge.ts';
import type { Catalogue } from './catalogue.ts';
import { madeUpArea, madeUpCatalogue, madeUpCounts, madeUpItem } from './testing/made-up-catalogue.ts';
import { faultsOf, toThree, toTwo, withArea, withMeasures, withSheet } from './testing/made-up-change.ts';

describe('ids', () => {
  it.each<[string, Catalogue, string]>([
    ['an item twice', withArea((area) => ({ ...area, items: [...area.items, ...area.items] })), 'S1'],
    ['a measure twice', withMeasures(toTwo, toThree, toTwo), 'MS1'],
    ['an area twice', withSheet('small-facility', (s) => ({ ...s, areas: [...s.areas, ...s.areas] })), 'S1'],
    [
      'a version twice',
      { ...madeUpCatalogue, sheets: [...madeUpCatalogue.sheets, ...madeUpCatalogue.sheets] },
      'network-level 1.0.0',
    ],
    [
      'a guideline twice',
      { ...madeUpCatalogue, guidelines: [...madeUpCatalogue.guidelines, ...madeUpCatalogue.guidelines] },
      'GOV7-3-01',
    ],
    [
      'an item in two sheets',
      withSheet('network-level', (s) => ({ ...s, areas: [...s.areas, madeUpArea('media', [madeUpItem('S1')])] })),
      'S1',
    ],
  ])('must not name %s', (_name, catalogue, id) =>
    expect(faultsOf(catalogue)).toContain(`catalogue/repeated-id ${id}`),
  );

  it('may be the same in two versions of one sheet', () => {
    const [sheet] = madeUpCatalogue.sheets;
    const counts = {
      ...madeUpCounts,
      sheets: { ...madeUpCounts.sheets, 'small-facility 1.1.0': { areas: { S1: 1 }, measures: 2 } },
    };
    const sheets = sheet ? [...madeUpCatalogue.sheets, { ...sheet, version: '1.1.0' }] : [];
    const items: Bridge['items'] = [{ item: 'S1', change: 'unchanged', from: 'S1' }];
    const bridges: Bridge[] = [{ sheet: 'small-facility', from: '1.0.0', to: '1.1.0', items, dropped: [] }];
    expect(faultsOf({ ...madeUpCatalogue, sheets, bridges }, counts)).toEqual([]);
  });

  it.each<[readonly string[], readonly string[]]>([
    [[], ['catalogue/order N1 order']],
    [['N1', 'N2'], ['catalogue/order N2 order']],
    [['N1', 'N1'], ['catalogue/repeated-id N1']],
  ])('in the order %j must be those of the items', (order, faults) => {
    expect(faultsOf(withSheet('network-level', (sheet) => ({ ...sheet, order: [...order] })))).toEqual(faults);
  });

  it('must have the gate among them', () => {
    expect(faultsOf(withSheet('checklist-institution', (s) => ({ ...s, gate: 'R7-H-0' })))).toEqual([
      'catalogue/gate R7-H-0 gate',
    ]);
  });
});
