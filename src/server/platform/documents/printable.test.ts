import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, test } from 'vitest';
import { coveredCharacters } from './font-coverage.ts';
import { printable } from './printable.ts';

const font = '@expo-google-fonts/noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf';
const covered = coveredCharacters(readFileSync(fileURLToPath(import.meta.resolve(font))));

test('the font covers the names of Japanese people, not emoji and not what vendors put in private use', () => {
  const has = (character: string) => covered.has(character.codePointAt(0) ?? 0);
  expect(Array.from('髙﨑𠮷①㈱〓×△○↑↓▲▼−●・').filter((character) => !has(character))).toEqual([]);
  expect(has('😀')).toBe(false);
  expect(covered.size).toBeGreaterThan(15_000);
});

describe('printable text', () => {
  it.each([
    ['髙﨑 𠮷野 ① ㈱', '髙﨑 𠮷野 ① ㈱', 0],
    ['\ue000田', '〓田', 1],
    ['😀😀', '〓〓', 2],
    ['か\u3099き', 'がき', 0],
    ['a\r\nb\tc\u0007', 'a\nb c', 0],
    ['葛\u{e0100}', '葛\u{e0100}', 0],
    ['a\u200bb', 'ab', 0],
  ])('of %j is %j', (text, value, replaced) => {
    expect(printable(text, covered)).toEqual({ value, replaced });
  });

  it('replaces in every text of a value and leaves everything else', () => {
    const value = { a: ['\ue000', 1, null, { b: '\ue001', c: true }] };
    expect(printable(value, covered)).toEqual({ value: { a: ['〓', 1, null, { b: '〓', c: true }] }, replaced: 2 });
  });
});
