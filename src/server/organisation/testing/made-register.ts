import { associations, corporations, departments, families, kinds, municipalities } from './made-names.ts';

export type MadeRegister = {
  readonly rows: number;
  readonly repeats: number;
  readonly privateUse: number;
  readonly seed: number;
};

/** The shape of the public list as it was published: uneven, with repeated lines and characters no font draws. */
export const publicListShape: MadeRegister = { rows: 97_024, repeats: 536, privateUse: 198, seed: 1 };

type Pick = <T>(from: readonly T[]) => T;

function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const fullWidth = (digits: string) =>
  digits.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

function nameOf(random: () => number, pick: Pick): string {
  const family = random() < 0.4 ? pick(families) + pick(families) : pick(families);
  const own = `${family}${random() < 0.55 ? pick(departments) : ''}${random() < 0.85 ? pick(kinds) : pick(departments)}`;
  if (random() < 0.6) return own;
  const association = random() < 0.5 ? `${pick(associations)}\u3000` : '';
  return `${pick(corporations)}${random() < 0.8 ? '\u3000' : ''}${association}${own}`;
}

function addressOf(random: () => number, pick: Pick, prefecture: number): string {
  const place = pick(municipalities[prefecture] ?? ['']);
  const number = `${1 + Math.floor(random() * 9)}丁目${1 + Math.floor(random() * 30)}番${1 + Math.floor(random() * 40)}号`;
  return `${place}${pick(['本町', '中央', '駅前', '緑ケ丘', '大字北'])}${fullWidth(number)}`;
}

/** Whether one of `steps` equal strides through `length` ends at the index. */
const stepsAt = (index: number, steps: number, length: number) =>
  Math.floor((index * steps) / length) !== Math.floor(((index + 1) * steps) / length);
/** Keeps the odd rows beside the repeated ones. */
const oddShift = 90;

/** The rows of a made register in the order of their codes, repeats beside each other; the same for the same seed. */
export function* madeRegisterRows({
  rows,
  repeats,
  privateUse,
  seed,
}: MadeRegister = publicListShape): Generator<string[]> {
  const random = randomOf(seed);
  const pick: Pick = (from) => from[Math.floor(random() * from.length)] ?? (from[0] as never);
  const distinct = rows - repeats;
  const perPrefecture = Math.ceil(distinct / 46);
  for (let index = 0; index < distinct; index += 1) {
    const prefecture = 1 + Math.floor(index / perPrefecture);
    const short = String(100_000 + (index % perPrefecture) * 11).padStart(7, '0');
    const odd = stepsAt(index + oddShift, privateUse, distinct);
    const name = nameOf(random, pick);
    const row = [
      String(prefecture).padStart(2, '0') + short,
      short,
      odd ? `${String.fromCharCode(0xe000 + (index % 1880))}${name}` : name,
      String(1_000_000 + Math.floor(random() * 8_999_999)),
      addressOf(random, pick, prefecture),
    ];
    yield row;
    if (stepsAt(index, repeats, distinct)) yield row;
  }
}

/** A made register as the CSV people download: no header, CRLF. */
export function madeRegister(made: MadeRegister = publicListShape): string {
  return [...madeRegisterRows(made)].map((row) => `${row.join(',')}\r\n`).join('');
}
