import { expect, test } from 'vitest';
import { ownerWords } from './owner.ts';

const owner = { id: '22222222-2222-4222-8222-222222222222', name: '山田', left: false };

test.each([
  [null, true, ''],
  [owner, true, '山田'],
  [{ ...owner, left: true }, true, '担当がいません（元の担当 山田）'],
  [{ ...owner, left: true, name: '' }, true, '担当がいません'],
  [{ ...owner, left: true }, false, '山田'],
])('of %j, still to be done %s, people read 「%s」', (given, isOpen, words) => {
  expect(ownerWords(given, isOpen)).toBe(words);
});
