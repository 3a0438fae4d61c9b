import { expect, it } from 'vitest';
import { countOf } from './typed-count.ts';

it.each([
  ['', null],
  ['　', null],
  ['７２時間', 72],
  ['1,000人', 1_000],
  ['3万人', 30_000],
  ['1.2万', 12_000],
  ['-1', undefined],
  ['多い', undefined],
  ['0', 0],
] as const)('「%s」 typed as a number is %s', (words, count) => expect(countOf(words)).toBe(count));
