/** What a run of chance can be repeated by: MAMORI_SEED, else a new one. */
export const chosenSeed = (): number => Number(process.env.MAMORI_SEED ?? Math.trunc(Math.random() * 2 ** 31));

export type Chance = {
  /** A number from 0 to below 1. */
  share(): number;
  /** A whole number from 0 to below `end`. */
  below(end: number): number;
};

/** The same numbers for the same seed (mulberry32). */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const share = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return { share, below: (end) => Math.floor(share() * end) };
}
