import { describe, expect, it } from 'vitest';
import { foundWords, type Word, wordRows, wordSchema } from './word.ts';

const word = (term: string, reading: string, text = `${term}の説明です。`): Word => ({ term, reading, text });
const words = [
  word('リモート保守', 'りもーとほしゅ', '外から点検することです。'),
  word('バックアップ', 'ばっくあっぷ'),
  word('VPN', 'ぶいぴーえぬ'),
  word('BCP', 'びーしーぴー'),
  word('アクセス権限', 'あくせすけんげん'),
];

describe('the words', () => {
  it('stand by the rows of the syllabary and in each by their reading', () => {
    expect(wordRows(words).map(({ title, words: held }) => [title, ...held.map(({ term }) => term)])).toEqual([
      ['あ行', 'アクセス権限'],
      ['は行', 'バックアップ', 'BCP', 'VPN'],
      ['ら行', 'リモート保守'],
    ]);
  });

  it.each([
    ['', 5],
    ['ｖｐｎ', 1],
    ['びーしー', 1],
    ['ﾊﾞｯｸ', 1],
    ['点検', 1],
    ['ない語', 0],
  ])('with 「%s」 in term, reading or explanation are %i', (find, count) => {
    expect(foundWords(words, find)).toHaveLength(count);
  });

  it.each([
    ['a reading that is not hiragana', { reading: 'VPN' }],
    ['an explanation without an end', { text: '説明' }],
    ['an explanation of four sentences', { text: '一。二。三。四。' }],
    ['an explanation that is too long', { text: `${'長'.repeat(140)}。` }],
  ])('are refused with %s', (_, fault) => {
    expect(wordSchema.safeParse({ ...word('VPN', 'ぶいぴーえぬ'), ...fault }).success).toBe(false);
  });
});
