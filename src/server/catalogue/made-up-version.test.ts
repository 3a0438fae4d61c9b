import { expect, test } from 'vitest';
import { latestSheet } from '#core/catalogue/catalogue.ts';
import { catalogueFaults } from '#core/catalogue/catalogue-faults.ts';
import { contentCounts } from '#core/catalogue/content-counts.ts';
import { madeUpR8 } from '#core/catalogue/testing/made-up-r8.ts';
import { loadCatalogue } from './load-catalogue.ts';

const shipped = loadCatalogue();
const r7 = latestSheet(shipped, 'checklist-institution');
if (!r7) throw new Error('no checklist');
const { sheet, bridge } = madeUpR8(r7);
const catalogue = { ...shipped, sheets: [...shipped.sheets, sheet], bridges: [bridge] };
const areas = { 'R8-0': 1, 'R8-1': 1, 'R8-2': 13, 'R8-3': 3, 'R8-4': 1 };
const counts = {
  ...contentCounts,
  sheets: { ...contentCounts.sheets, 'checklist-institution R8': { areas, measures: 0 } },
};

test('a next version with its bridge is content without a fault: what questions answer in R7 they answer in what follows it', () => {
  expect(catalogueFaults(catalogue, counts)).toEqual([]);
});

test('the same version without its bridge is not', () => {
  const codes = catalogueFaults({ ...catalogue, bridges: [] }, counts).map(({ code }) => code);
  expect(new Set(codes)).toEqual(new Set(['catalogue/bridge-none', 'catalogue/one-sided']));
});

test('nothing made up is shipped', () => {
  expect(shipped.sheets.map(({ version }) => version)).not.toContain('R8');
  expect(shipped.bridges).toEqual([]);
});
