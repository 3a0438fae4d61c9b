import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { folded, gramsOf, gramsWanted } from './folding.ts';

const alike: readonly (readonly [string, string])[] = [
  ['ｻｸﾗｸﾘﾆｯｸ', 'さくらクリニック'],
  ['がん病院', 'ｶﾞﾝ病院'],
  ['ＹＯＵ婦人科', 'you婦人科'],
  ['髙﨑医院', '高崎医院'],
  ['𠮷川眼科', '吉川眼科'],
  ['渡邉・渡邊', '渡辺 渡辺'],
  ['医療法人　北仁会　旭山病院', '医療法人北仁会旭山病院'],
  ['はら内科（駅前）', 'はら内科駅前'],
  ['㈱まもり', '(株)まもり'],
  ['第１病院', '第1病院'],
  ['①番館', '1番館'],
  ['社団\ue0dd翔会', '社団翔会'],
  ['センタ―', 'センター'],
  ['Ｍｅ－Ｌｉｆｅ', 'Meーlife'],
  ['緑ヶ丘', '緑ケ丘'],
  ['ひばりゖ丘', 'ヒバリケ丘'],
];

const character = fc.oneof(
  fc.integer({ min: 0, max: 0xd7ff }).map((point) => String.fromCodePoint(point)),
  fc.integer({ min: 0xe000, max: 0x2ffff }).map((point) => String.fromCodePoint(point)),
);

describe('folding', () => {
  test.each(alike)('finds 「%s」 by 「%s」', (one, other) => {
    expect(folded(one)).toBe(folded(other));
  });

  test('keeps apart what is different', () => {
    const names = ['斎藤', '斉藤', 'ハハ', 'パパ', 'ババ', 'ビョウイン', 'ビヨウイン', 'ソーラ', 'ソラ'];
    expect(new Set(names.map(folded)).size).toBe(names.length);
  });

  test('leaves nothing to search of symbols and private-use characters alone', () => {
    expect(folded('（＊）\u3000\ue0dd・〓')).toBe('');
  });

  test('changes nothing more the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: character, maxLength: 20 }), (text) => {
        expect(folded(folded(text))).toBe(folded(text));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('grams', () => {
  test('are the characters and pairs of a name, once each', () => {
    expect(gramsOf('ココ𠮷')).toEqual(['コ', '𠮷', 'ココ', 'コ𠮷']);
  });

  test('of one character are the character, of more the pairs', () => {
    expect(gramsWanted('𠮷')).toEqual(['𠮷']);
    expect(gramsWanted('病院')).toEqual(['病院']);
    expect(gramsWanted('ココココ')).toEqual(['ココ']);
  });

  test('of any part of a name are among the grams of the name', () => {
    const name = fc.array(fc.constantFrom(...'アイウ病院𠮷ー1a'), { minLength: 1 });
    fc.assert(
      fc.property(name, fc.nat(), fc.nat(), (characters, from, length) => {
        const start = from % characters.length;
        const part = characters.slice(start, start + 1 + (length % characters.length)).join('');
        const grams = gramsOf(characters.join(''));
        expect(gramsWanted(part).every((gram) => grams.includes(gram))).toBe(true);
      }),
    );
  });
});
