import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { unbroken } from './unbroken.ts';

const shown = (words: string) => renderToStaticMarkup(unbroken(words)).replaceAll(/<\/?span[^>]*>/g, '~');

test('what is read in one is held on one line, and nothing else is', () => {
  expect(shown('書いてあれば「はい」です。')).toBe('書いてあれば「~はい~」です。');
  expect(shown('はい・いいえで答えます')).toBe('~はい~・いいえで答えます');
  expect(shown('はっきりしていないと')).toBe('~はっきり~していないと');
  expect(shown('チェックリスト2-②も済む')).toBe('チェックリスト~2-②~も済む');
  expect(shown('レベル0〜3')).toBe('レベル~0〜3~');
  expect(shown('チェックリスト（令和7年度版）')).toBe('チェックリスト（~令和7年度~版）');
  expect(shown('令和8年12月10日まで・令和8年まで')).toBe('~令和8年12月10日~まで・~令和8年~まで');
  expect(shown('第1版を承認する')).toBe('~第1版~を承認する');
  expect(shown('規程・方針')).toBe('規程・~方針~');
  expect(shown('院内のことはいつでも')).toBe('院内のことはいつでも');
});
