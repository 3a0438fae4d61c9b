import { expect, test } from 'vitest';
import { doubtOf } from './doubt.ts';

test.each([
  [{}, null],
  [{ certainty: 'primary' }, null],
  [{ unverified: '条番号が未確認です。' }, '条番号が未確認です。'],
  [{ certainty: 'unverified', unverified: '条番号が未確認です。' }, '条番号が未確認です。'],
] as const)('an item %o says %j after 要確認', (item, doubt) => {
  expect(doubtOf(item)).toBe(doubt);
});

test.each(['partly', 'secondary', 'unverified'] as const)(
  'an item known from %s says that its original was not read',
  (certainty) => {
    expect(doubtOf({ certainty })).toContain('原文では、まだ確かめていません');
  },
);
