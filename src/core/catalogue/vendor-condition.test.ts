import { expect, it } from 'vitest';
import type { Bridge } from './bridge.ts';
import type { Item } from './sheet.ts';
import { madeUpArea, madeUpItem, madeUpSheet } from './testing/made-up-catalogue.ts';
import { carryVendorConditions, vendorItems, withoutVendorCondition } from './vendor-condition.ts';

const version = (version: string, ...items: Item[]) =>
  madeUpSheet('checklist-institution', [madeUpArea(`${version}-2`, items)], { version });
const r7 = version(
  'R7',
  madeUpItem('R7-A', { needsVendor: true }),
  madeUpItem('R7-B', { needsVendor: true }),
  madeUpItem('R7-C'),
);
const bridge = (from: string, to: string): Bridge => ({
  sheet: 'checklist-institution',
  from,
  to,
  dropped: [],
  items: [
    { item: `${to}-A`, change: 'unchanged', from: `${from}-A` },
    { item: `${to}-B`, change: 'reworded', from: `${from}-B` },
    { item: `${to}-C`, change: 'unchanged', from: `${from}-C` },
    { item: `${to}-D`, change: 'new' },
  ],
});
const next = (name: string, b: Partial<Item> = {}) =>
  version(name, madeUpItem(`${name}-A`), madeUpItem(`${name}-B`, b), madeUpItem(`${name}-C`), madeUpItem(`${name}-D`));

it('goes over the bridges to what is unchanged and what is reworded, however many versions on', () => {
  const sheets = carryVendorConditions([next('R9'), next('R8'), r7], [bridge('R8', 'R9'), bridge('R7', 'R8')]);
  expect(sheets.map(vendorItems)).toEqual([
    ['R9-A', 'R9-B'],
    ['R8-A', 'R8-B'],
    ['R7-A', 'R7-B'],
  ]);
});

it('is what a version says itself, and stays so for the versions after it', () => {
  const sheets = carryVendorConditions(
    [r7, next('R8', { needsVendor: false }), next('R9')],
    [bridge('R7', 'R8'), bridge('R8', 'R9')],
  );
  expect(sheets.map(vendorItems)).toEqual([['R7-A', 'R7-B'], ['R8-A'], ['R9-A']]);
});

it('follows no other sheet, and no version without a bridge', () => {
  const vendor = { ...next('R8'), id: 'checklist-vendor' as const };
  expect(carryVendorConditions([r7, next('R8')], []).map(vendorItems)).toEqual([['R7-A', 'R7-B'], []]);
  expect(carryVendorConditions([r7, vendor], [bridge('R7', 'R8')]).map(vendorItems)).toEqual([['R7-A', 'R7-B'], []]);
});

it('can be left out, and nothing else with it', () => {
  expect(vendorItems(withoutVendorCondition(r7))).toEqual([]);
  expect(withoutVendorCondition(next('R8'))).toEqual(next('R8'));
});
