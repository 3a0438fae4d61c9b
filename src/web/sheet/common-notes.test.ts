import { expect, test } from 'vitest';
import type { Item } from '#core/catalogue/sheet.ts';
import { commonNotes } from './common-notes.ts';
import { madeSheet } from './testing/made-up.ts';

const [item] = madeSheet.areas.flatMap(({ items }) => items);
const variant = (more: Partial<Item>): Item => {
  if (!item) throw new Error('no item');
  return { ...item, ...more };
};

test('what nobody could check of most of several questions is said once, of some of them nowhere but there', () => {
  const doubted = variant({ unverified: '番号は要確認です。', source: '準じた項目' });
  const told = { doubt: '番号は要確認です。', source: '準じた項目', ofAll: true };
  const nothing = { doubt: null, source: null, ofAll: false };
  expect(commonNotes([doubted, doubted])).toEqual(told);
  expect(commonNotes([doubted, doubted, variant({})])).toEqual({ ...told, ofAll: false });
  expect(commonNotes([doubted, variant({ ...doubted, source: 'ほか' }), variant({})])).toMatchObject({ source: null });
  expect(commonNotes([doubted, variant({})])).toEqual(nothing);
  expect(commonNotes([doubted, doubted, variant({}), variant({})])).toEqual(nothing);
  expect(commonNotes([doubted])).toEqual(nothing);
  expect(commonNotes([variant({ source: 'どれも同じ' }), variant({ source: 'どれも同じ' })])).toEqual(nothing);
  expect(commonNotes([])).toEqual(nothing);
});
