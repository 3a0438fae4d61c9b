import { expect, test } from 'vitest';
import { unbroken } from './unbroken.ts';

const shown = (words: string) => unbroken(words).replaceAll('\u2060', '~');

test('what is read in one is held on one line, and nothing else is', () => {
  expect(shown('書いてあれば「はい」です。')).toBe('書いてあれば「は~い」です。');
  expect(shown('はい・いいえで答えます')).toBe('は~い・いいえで答えます');
  expect(shown('はっきりしていないと')).toBe('は~っきりしていないと');
  expect(shown('チェックリスト2-②も済む')).toBe('チェックリスト2-~②も済む');
  expect(shown('レベル0〜3')).toBe('レベル0~〜~3');
  expect(shown('チェックリスト（令和7年度版）')).toBe('チェックリスト（令和~7~年度版）');
  expect(shown('院内のことはいつでも')).toBe('院内のことはいつでも');
});
