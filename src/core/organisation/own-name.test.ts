import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hasPrivateUse, shown } from '../kernel/private-use.ts';
import { ownName } from './own-name.ts';
import { guessType } from './type-guess.ts';

test.each([
  ['医療法人社団　慈藻会　平松記念病院', '平松記念病院'],
  ['医療法人　北仁会　旭山病院', '旭山病院'],
  ['医療法人社団ＭＳＣ　幕張本郷しぶやクリニック', '幕張本郷しぶやクリニック'],
  ['医療法人涼葵会　Ｗ　ＣＬＩＮＩＣ　梅田院', 'Ｗ ＣＬＩＮＩＣ 梅田院'],
  ['医療法人くまの医院', 'くまの医院'],
  ['社会福祉法人　和秀会診療所', '和秀会診療所'],
  ['独立行政法人国立病院機構　東京医療センター', '東京医療センター'],
  ['原田　内科', '原田 内科'],
  ['札幌中央病院', '札幌中央病院'],
  ['医療法人', '医療法人'],
  ['医療法人社団　慈恵会', '慈恵会'],
])('the own name of 「%s」 is 「%s」', (name, own) => {
  expect(ownName(name)).toBe(own);
});

test('a name keeps an own name whatever it is', () => {
  const word = fc.constantFrom('医療法人', '医療法人社団', '慈恵会', '株式会社', '病院', 'Ａ', '\u3000', ' ');
  fc.assert(
    fc.property(fc.array(word, { minLength: 1 }), (words) => {
      const name = words.join('');
      expect(ownName(name) === '').toBe(name.trim() === '');
    }),
  );
});

test.each([
  ['札幌中央病院', 'hospital'],
  ['独立行政法人国立病院機構　東京医療センター', 'hospital'],
  ['大崎市夜間急患センター', 'clinic'],
  ['札幌厚生病院なえぼ厚生クリニック', 'clinic'],
  ['オーククリニックフォーミズ病院', 'hospital'],
  ['向坂医院', 'clinic'],
  ['ＥＰＩＬＥＰＳＹ　ＣＬＩＮＩＣ', 'clinic'],
  ['くどう耳鼻咽喉科', 'clinic'],
  ['さくら歯科医院', 'dental-clinic'],
  ['東京医科歯科大学病院', 'hospital'],
  ['さくら内科・歯科クリニック', 'clinic'],
  ['まもり薬局', 'pharmacy'],
  ['まもり訪問看護ステーション', 'home-nursing'],
  ['まもり助産院', 'midwifery-home'],
  ['特別養護老人ホーム　まもり', 'care-home'],
  ['特別養護老人ホームまるめろ　医務室', 'clinic'],
  ['こころの健康センター', 'other'],
])('the name 「%s」 suggests the type %s', (name, type) => {
  expect(guessType(name)).toBe(type);
});

test('a character no font draws is shown as 〓, everything else as it is', () => {
  expect(shown('医療法人社団\ue0dd翔会 𠮷川㈱\u{f0001}')).toBe('医療法人社団〓翔会 𠮷川㈱〓');
  expect([hasPrivateUse('\ue0dd'), hasPrivateUse('\u{10fffd}'), hasPrivateUse('髙﨑𠮷〓')]).toEqual([
    true,
    true,
    false,
  ]);
});
