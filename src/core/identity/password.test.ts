import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passwordAdvice, passwordFault } from './password.ts';

const person = { name: '山田 花子', email: 'hanako.y@example.jp' };
const short = { ...person, secondFactor: true };
const long = { ...person, secondFactor: false };

describe('passwordFault', () => {
  it.each(['とても長いことばを選ぶ', 'aozora-7mado', '雨の日は傘と長靴', 'kumo+kaze+yama 31', '8375 1094 6623 9'])(
    'takes %s',
    (password) => {
      expect(passwordFault(password, short)).toBeUndefined();
    },
  );

  it('asks 8 characters where a second factor follows and 13 where none does, counted as a person counts', () => {
    expect(passwordFault('𠮷ざくらの咲く', short)).toBe('too-short');
    expect(passwordFault('𠮷ざくらの咲く庭', short)).toBeUndefined();
    expect(passwordFault('雨の日は傘と長靴と帽子を', long)).toBe('too-short');
    expect(passwordFault('雨の日は傘と長靴と帽子を用', long)).toBeUndefined();
  });

  it.each([
    'ああああああああああああああ',
    'abcabcabcabcabc',
    'sunflowersunflower',
    'sunflower sunflower',
    'かぜかぜかぜかぜか',
    'ababababababa',
  ])('refuses the repetition %s', (password) => {
    expect(passwordFault(password, short)).toBe('repeated');
  });

  it.each([
    ['the whole name without its space', '山田花子の猫は白い'],
    ['the name with a space elsewhere', '山 田花 子の猫は白い'],
    ['the family name alone', '今日の山田は晴れです'],
    ['the given name alone', '花子さんの長い一日'],
    ['a part of the e-mail address', 'Ｈａｎａｋｏ-no-neko'],
  ])('refuses %s', (_, password) => {
    expect(passwordFault(password, short)).toBe('own-word');
  });

  it('finds a name in katakana written in hiragana', () => {
    expect(passwordFault('すずきの長い坂道', { ...short, name: 'スズキ イチロウ' })).toBe('own-word');
  });

  it('overlooks what is too short to tell anybody', () => {
    expect(passwordFault('森の奥の小さな家', { ...short, name: '森 あ', email: 'ie@example.jp' })).toBeUndefined();
  });

  it.each([
    '0123456789012',
    '9876543210987',
    'abcdefghijklm',
    'mlkjihgfedcba',
    'qwertyuiop12',
    'poiuytrewq',
    '1qaz2wsx3edc',
    'あいうえおかきくけこさ',
    'abcd-1234-efgh!',
    'ABCDEFGH2026',
  ])('refuses the run %s', (password) => {
    expect(passwordFault(password, short)).toBe('guessable');
  });

  it.each([
    'password2026!!',
    'P@ssw0rd-2026',
    'mamori mamori 1',
    'hospital-2026-11',
    'byouin12345678',
    'administrator1',
    'パスワード20261121',
    'びょういん病院2026',
  ])('refuses the common %s', (password) => {
    expect(passwordFault(password, short)).toBe('guessable');
  });

  it('takes a common word or a run among other words', () => {
    expect(passwordFault('病院の裏の桜並木', short)).toBeUndefined();
    expect(passwordFault('kaze-1234-yama', short)).toBeUndefined();
  });

  it('refuses whatever stands twice', () => {
    const part = fc.string({ minLength: 7, maxLength: 20 });
    fc.assert(
      fc.property(part, (half) => {
        expect(passwordFault(half + half, long)).toBeDefined();
      }),
    );
  });
});

describe('passwordAdvice', () => {
  it('names the length that counts for this person', () => {
    expect(passwordAdvice('too-short', true)).toContain('8文字以上');
    expect(passwordAdvice('too-short', false)).toContain('13文字以上');
  });

  it.each(['repeated', 'own-word', 'guessable', 'leaked'] as const)('says what to do about %s', (fault) => {
    expect(passwordAdvice(fault, true)).toMatch(/使えません。.*並べてください。$/);
  });
});
