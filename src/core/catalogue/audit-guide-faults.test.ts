import { expect, it } from 'vitest';
import type { AuditGuide } from './audit-guide.ts';
import { auditGuideFaults } from './audit-guide-faults.ts';
import { madeUpArea, madeUpCatalogue, madeUpItem, madeUpSheet } from './testing/made-up-catalogue.ts';

const sheet = madeUpSheet('hospital', [madeUpArea('01', [madeUpItem('A'), madeUpItem('B')])]);
const instruction = (item: string) => ({ item, ask: '聞く', look: '見る', sample: 'whole' as const });
const guide: AuditGuide = {
  id: 'audit-hospital',
  version: '1.0.0',
  title: '手引き',
  sheet: 'hospital',
  sheetVersion: sheet.version,
  published: '2026-11-27',
  notice: '独自',
  samples: { whole: '', records: '', things: '', people: '' },
  items: [instruction('A'), instruction('B')],
};
const codes = (changed: Partial<AuditGuide>) =>
  auditGuideFaults({ ...madeUpCatalogue, sheets: [sheet], auditGuides: [{ ...guide, ...changed }] }).map(
    ({ code, item }) => `${code} ${item ?? ''}`,
  );

it('has an instruction for every item of its sheet, once, and for no other', () => {
  expect(codes({})).toEqual([]);
  expect(codes({ items: [instruction('A')] })).toEqual(['catalogue/guide-gap B']);
  expect(codes({ items: [...guide.items, instruction('A'), instruction('C')] })).toEqual([
    'catalogue/guide-item A',
    'catalogue/guide-item C',
  ]);
  expect(codes({ sheetVersion: '9' })).toEqual(['catalogue/guide-without-sheet ']);
});
