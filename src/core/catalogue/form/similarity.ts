import { folded, gramsWanted } from '../../organisation/folding.ts';

const gramsIn = (text: string): ReadonlySet<string> => new Set(gramsWanted(folded(text)));

/**
 * How alike two texts are, from 0 to 1: twice the pairs of neighbouring characters they share, by all pairs of both, after
 * folding width, case and punctuation. 1 for the same words, 0 where one of them is empty.
 */
export function similarity(one: string, other: string): number {
  const [a, b] = [gramsIn(one), gramsIn(other)];
  if (a.size === 0 || b.size === 0) return 0;
  const shared = [...a].filter((gram) => b.has(gram)).length;
  return (2 * shared) / (a.size + b.size);
}

const parts = new Intl.Segmenter('ja', { granularity: 'word' });
const tooPlain = /^[\p{Script=Hiragana}\p{P}\p{S}\s0-9]+$/u;

/** Words of two letters or more that both texts hold, as a reason people can check: 「台帳」「管理」. */
export function sharedWords(one: string, other: string): readonly string[] {
  const words = [...parts.segment(one)].map(({ segment }) => segment);
  const heard = folded(other);
  return [...new Set(words)].filter((word) => word.length > 1 && !tooPlain.test(word) && heard.includes(folded(word)));
}
