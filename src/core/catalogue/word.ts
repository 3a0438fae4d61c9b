import { z } from 'zod';
import { folded } from '../organisation/folding.ts';

/** A term of the field in our own plain words, as it stands in `content/words.yaml`; one or two sentences, three at most. */
export const wordSchema = z.strictObject({
  term: z.string(),
  /** In hiragana: by it a term is sorted and found. */
  reading: z.string().regex(/^[ぁ-んー]+$/, 'ひらがなで書いてください。'),
  text: z
    .string()
    .max(140, '140文字までにしてください。')
    .regex(/^([^。]+。){1,3}$/, '「。」で終わる3文までにしてください。'),
  /** Where it is written so. */
  source: z.string().optional(),
});
export type Word = z.infer<typeof wordSchema>;

/** The words of one row of the syllabary. */
export type WordRow = { readonly title: string; readonly words: readonly Word[] };

/** Each row with its first character in the order of Unicode. */
const rows = [
  ['あ行', 'ぁ'],
  ['か行', 'か'],
  ['さ行', 'さ'],
  ['た行', 'た'],
  ['な行', 'な'],
  ['は行', 'は'],
  ['ま行', 'ま'],
  ['や行', 'ゃ'],
  ['ら行', 'ら'],
  ['わ行', 'ゎ'],
] as const;

const rowOf = ({ reading }: Word): string => rows.findLast(([, first]) => reading >= first)?.[0] ?? '';

/** The words by the rows of the syllabary, in each by their reading; only rows that hold some. */
export function wordRows(words: readonly Word[]): readonly WordRow[] {
  const sorted = [...words].sort((one, other) => one.reading.localeCompare(other.reading, 'ja'));
  return rows
    .map(([title]) => ({ title, words: sorted.filter((word) => rowOf(word) === title) }))
    .filter((row) => row.words.length > 0);
}

/** The words in which what is looked for stands, in any width, kana or case; all of them where nothing is looked for. */
export function foundWords(words: readonly Word[], find: string): readonly Word[] {
  const wanted = folded(find);
  return words.filter(({ term, reading, text }) => [term, reading, text].some((part) => folded(part).includes(wanted)));
}
