import { hash } from 'node:crypto';

const seed = 'みなと地域';
const wordSize = 8;
const largestWord = 2 ** 32;

type Key = readonly (string | number)[];

/** Four numbers from 0 to below 1 that depend on the key alone, so that no order of filling changes the region. */
function sharesOf(key: Key): readonly number[] {
  const digest = hash('sha256', [seed, ...key].join('|'), 'hex');
  return [0, 1, 2, 3].map(
    (word) => Number.parseInt(digest.slice(word * wordSize, (word + 1) * wordSize), 16) / largestWord,
  );
}

/** A number from 0 to below 1, all equally likely. */
export const shareOf = (...key: Key): number => sharesOf(key)[0] ?? 0;

/** A number around 0 with standard deviation 1, near the bell curve, never beyond ±3.5. */
export const wobbleOf = (...key: Key): number =>
  (sharesOf(key).reduce((sum, share) => sum + share, 0) - 2) * Math.sqrt(3);

/** One of the choices. */
export function choiceOf<T>(choices: readonly [T, ...T[]], ...key: Key): T {
  return choices[Math.floor(shareOf(...key) * choices.length)] ?? choices[0];
}
