import { describe, expect, it } from 'vitest';
import {
  type Catalogue,
  findClause,
  findItem,
  findMeasure,
  findSheet,
  latestSheet,
  latestSheets,
} from './catalogue.ts';
import { madeUpArea, madeUpCatalogue, madeUpItem, madeUpMeasure, madeUpSheet } from './testing/made-up-catalogue.ts';

const older = madeUpSheet('hospital', [
  madeUpArea('01', [madeUpItem('H01-1'), madeUpItem('H01-2')], [madeUpMeasure('M01-1', ['H01-1→1'])]),
]);
const newer = madeUpSheet(
  'hospital',
  [madeUpArea('01', [madeUpItem('H01-1', { text: '新しい問い' })], [madeUpMeasure('M01-1', ['H01-1→2'])])],
  { version: '1.10.0' },
);
const between = madeUpSheet('hospital', older.areas, { version: '1.9.0' });
const catalogue: Catalogue = { ...madeUpCatalogue, sheets: [between, newer, older, ...madeUpCatalogue.sheets] };

describe('versions side by side', () => {
  it('finds a sheet in exactly the version asked for', () => {
    expect(findSheet(catalogue, 'hospital', '1.0.0')).toBe(older);
    expect(findSheet(catalogue, 'hospital', '2.0.0')).toBeUndefined();
  });

  it('takes 1.10.0 for later than 1.9.0', () => expect(latestSheet(catalogue, 'hospital')).toBe(newer));

  it('takes a later day of publication for later whatever the number', () => {
    const republished = madeUpSheet('hospital', older.areas, { version: '0.1', published: '2027-04-01' });
    expect(latestSheet({ ...catalogue, sheets: [...catalogue.sheets, republished] }, 'hospital')).toBe(republished);
  });

  it('lists each sheet once, in its latest version', () => {
    const ids = latestSheets(catalogue).map(({ id, version }) => `${id} ${version}`);
    expect(ids).toEqual(['hospital 1.10.0', 'small-facility 1.0.0', 'checklist-institution R7', 'network-level 1.0.0']);
  });

  it('finds an item in the newest version that has it', () => {
    expect(findItem(catalogue, 'H01-1')?.item.text).toBe('新しい問い');
    expect(findItem(catalogue, 'H01-2')?.sheet).toBe(between);
    expect(findItem(catalogue, 'H99-1')).toBeUndefined();
  });

  it('finds a measure with its area', () => {
    const found = findMeasure(catalogue, 'M01-1');
    expect([found?.sheet, found?.area.id, found?.measure.raises[0]?.to]).toEqual([newer, '01', 2]);
    expect(findMeasure(catalogue, 'M99-1')).toBeUndefined();
  });
});

describe('clauses', () => {
  it('are found with chapter and guideline', () => {
    const found = findClause(catalogue, 'GOV7-3-01');
    expect([found?.guideline.id, found?.chapter.no, found?.clause?.label]).toEqual(['GOV7', 3, '3①']);
  });

  it('are not found by the id of a guideline', () => expect(findClause(catalogue, 'GOV7')).toBeUndefined());
});
