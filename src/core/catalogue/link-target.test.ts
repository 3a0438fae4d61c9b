import { describe, expect, it } from 'vitest';
import type { Catalogue } from './catalogue.ts';
import type { Guideline } from './guideline.ts';
import { linkTarget } from './link-target.ts';
import { madeUpArea, madeUpCatalogue, madeUpClause, madeUpItem, madeUpSheet } from './testing/made-up-catalogue.ts';

const planning: Guideline = {
  id: 'PLN6',
  title: '企画管理編',
  version: '6.0',
  certainty: 'partly',
  source: '出典',
  note: '第6.0版の番号',
  chapters: [
    { no: 9, id: 'PLN6-09', title: '資産管理', text: '台帳', certainty: 'partly', clauses: [] },
    { no: 16, id: 'PLN6-16', title: '電子化', text: '手順', certainty: 'unverified', clauses: [] },
  ],
};
const vendorItem = madeUpItem('R7-V-2-07', { label: '2-⑦', certainty: 'secondary' });
const catalogue: Catalogue = {
  ...madeUpCatalogue,
  guidelines: [...madeUpCatalogue.guidelines, planning],
  sheets: [
    ...madeUpCatalogue.sheets,
    madeUpSheet('checklist-vendor', [madeUpArea('R7-2', [vendorItem])], { version: 'R7' }),
    madeUpSheet('checklist-pharmacy', [madeUpArea('R7-2', [madeUpItem('R7-P-2-06', { label: '2-⑥' })])]),
    madeUpSheet('hospital', [madeUpArea('12', [madeUpItem('H12-3', { unverified: '要確認' })])], { title: '病院' }),
  ],
};

describe('label of a link', () => {
  it.each([
    [{ to: 'GOV7-3-01' }, '経営管理編 3①'],
    [{ to: 'GOV7', at: '3.1.2' }, '経営管理編 3.1.2'],
    [{ to: 'PLN6-09', at: '9.1' }, '企画管理編（6.0） 9.1'],
    [{ to: 'PLN6-09', at: '③' }, '企画管理編（6.0） 9③'],
    [{ to: 'PLN6-09' }, '企画管理編（6.0） 9章'],
    [{ to: 'R7-H-1-01' }, 'チェックリスト 1-①'],
    [{ to: 'R7-P-2-06' }, 'チェックリスト（薬局） 2-⑥'],
    [{ to: 'R7-V-2-07' }, 'チェックリスト（事業者） 2-⑦'],
    [{ to: 'H12-3' }, '病院 H12-3'],
  ])('%o reads %s', (link, label) => expect(linkTarget(catalogue, link)?.label).toBe(label));

  it('names the version of a checklist that has a successor', () => {
    const successor = madeUpSheet('checklist-institution', [madeUpArea('1', [madeUpItem('R8-H-1-01')])], {
      version: 'R8',
    });
    const both = { ...catalogue, sheets: [...catalogue.sheets, successor] };
    expect(linkTarget(both, { to: 'R7-H-1-01' })?.label).toBe('チェックリスト（R7） 1-①');
  });

  it('leads nowhere for what the catalogue does not have', () => {
    expect(linkTarget(catalogue, { to: 'GOV7-9-99' })).toBeUndefined();
    expect(linkTarget(catalogue, { to: 'GOV7', at: '9.1' })).toBeUndefined();
    expect(linkTarget(catalogue, { to: 'GOV7' })).toBeUndefined();
  });
});

describe('target of a link', () => {
  it('shows what stands there and how sure we are', () => {
    expect(linkTarget(catalogue, { to: 'GOV7-3-01' })).toMatchObject({
      text: '規程を定める',
      certainty: 'primary',
    });
    const { help, evidence, source } = madeUpClause;
    expect(linkTarget(catalogue, { to: 'GOV7-3-01' })?.clause).toEqual({ help, evidence, source });
    expect(linkTarget(catalogue, { to: 'PLN6-16' })).toMatchObject({ certainty: 'unverified' });
    expect(linkTarget(catalogue, { to: 'R7-V-2-07' })).toMatchObject({ certainty: 'secondary' });
    expect(linkTarget(catalogue, { to: 'H12-3' })).toMatchObject({ certainty: 'unverified', sheetId: 'hospital' });
  });
});
