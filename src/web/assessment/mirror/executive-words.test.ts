import { describe, expect, it } from 'vitest';
import { countWords, missingWords } from './executive-words.ts';

const counts = (submitted: number, members: number, shown = false) => ({ submitted, members, shown });

describe('what is said of the executives', () => {
  it.each([
    [0, 0, '経営層の役割の人が、まだいません。施設の管理者が招くと、一人ずつ15問に答えられます。'],
    [0, 4, '経営層4人のうち、提出した人はまだいません。'],
    [1, 4, '経営層4人のうち1人が提出しています。残り3人の答えを待っています。'],
    [4, 4, '経営層4人の全員が提出しています。'],
  ])('%i of %i have submitted', (submitted, members, words) => {
    expect(countWords(counts(submitted, members))).toBe(words);
  });

  it('counts one who has submitted and is no executive any more', () => {
    expect(countWords(counts(3, 2))).toBe('経営層3人の全員が提出しています。');
  });

  it('says how many more it takes, and where it can never be shown', () => {
    expect(missingWords(counts(1, 4))).toMatch(/^あと2人が提出すると/);
    expect(missingWords(counts(1, 4))).not.toContain('示せません');
    expect(missingWords(counts(1, 2))).toContain('3人より少ない施設では、示せません');
  });

  it('says that the versions differ where enough have submitted and nothing is shown', () => {
    expect(missingWords(counts(3, 3))).toMatch(/^同じ版の点検票で3人以上が提出すると/);
  });

  it('says nothing is missing once the mirror is shown', () => {
    expect(missingWords(counts(3, 3, true))).toBe('');
  });
});
