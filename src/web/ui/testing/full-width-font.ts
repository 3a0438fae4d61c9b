const EM = 1000;
/** Ascent, descent and width of the space of Noto Sans JP, so that nothing moves when it takes over. */
const [ASCENT, DESCENT, SPACE] = [1160, 288, 224];
/** Punctuation, kana, ideographs and full-width forms, which are one em wide in every Japanese font. */
export const ranges = [
  [0x3000, 0x30ff],
  [0x4e00, 0x9fff],
  [0xff01, 0xff5e],
] as const;

const u16 = (...numbers: number[]) => numbers.flatMap((number) => [(number >> 8) & 255, number & 255]);
const u32 = (...numbers: number[]) => numbers.flatMap((number) => [...u16(number >>> 16), ...u16(number)]);
const padded = (bytes: readonly number[]) => [...bytes, ...Array<number>((4 - (bytes.length % 4)) % 4).fill(0)];

/** An outlined box, seen only where no font has the character. */
function box(): number[] {
  const points = [
    [60, -100],
    [60, 860],
    [940, 860],
    [940, -100],
    [100, -60],
    [900, -60],
    [900, 820],
    [100, 820],
  ] as const;
  const steps = (axis: 0 | 1) => points.flatMap((point, place) => u16(point[axis] - (points[place - 1]?.[axis] ?? 0)));
  return padded([...u16(2, 60, -100, 940, 860, 3, 7, 0), ...points.map(() => 1), ...steps(0), ...steps(1)]);
}

function characterMap(): number[] {
  const groups = [[0x20, 0x20, 2] as const, ...ranges.map(([from, to]) => [from, to, 1] as const)];
  const many = [
    ...u16(13, 0),
    ...u32(16 + 12 * groups.length, 0, groups.length),
    ...groups.flatMap((group) => u32(...group)),
  ];
  const plain = u16(4, 32, 0, 4, 4, 1, 0, 0x20, 0xffff, 0, 0x20, 0xffff, 2 - 0x20, 1, 0, 0);
  const head = [...u16(0, 2, 0, 6), ...u32(20 + plain.length), ...u16(3, 1), ...u32(20)];
  return [...head, ...plain, ...many];
}

function tables(): Readonly<Record<string, number[]>> {
  const glyph = box();
  const name = 'Mamori Full Width';
  const text = [...name].flatMap((letter) => u16(letter.charCodeAt(0)));
  const records = [1, 2, 4, 6].flatMap((id) => u16(3, 1, 0x409, id, text.length, 0));
  return {
    'OS/2': [
      ...u16(4, EM, 400, 5, 0, 650, 600, 0, 75, 650, 600, 0, 350, 50, 250, 0),
      ...Array<number>(10).fill(0),
      ...u32(0, 0, 0, 0),
      ...u32(0x20202020),
      ...u16(0x40, 0x20, 0xff5e, 880, -120, 0, ASCENT, DESCENT),
      ...u32(0, 0),
      ...u16(500, 700, 0, 0x20, 1),
    ],
    cmap: characterMap(),
    glyf: [...glyph, ...glyph],
    head: [
      ...u32(0x10000, 0x10000, 0, 0x5f0f3cf5),
      ...u16(0, EM),
      ...u32(0, 0, 0, 0),
      ...u16(60, -100, 940, 860, 0, 8, 2, 0, 0),
    ],
    hhea: [...u32(0x10000), ...u16(ASCENT, -DESCENT, 0, EM, 60, 60, 940, 1, 0, 0, 0, 0, 0, 0, 0, 3)],
    hmtx: u16(EM, 60, EM, 60, SPACE, 0),
    loca: u16(0, glyph.length / 2, glyph.length, glyph.length),
    maxp: [...u32(0x10000), ...u16(3, 8, 2, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0)],
    name: [...u16(0, 4, 6 + records.length), ...records, ...text],
    post: [...u32(0x30000, 0), ...u16(-75, 50), ...u32(0, 0, 0, 0, 0)],
  };
}

const sum = (bytes: readonly number[]) => {
  const words = Array.from({ length: bytes.length / 4 }, (_, word) => {
    const [a = 0, b = 0, c = 0, d = 0] = bytes.slice(word * 4, word * 4 + 4);
    return ((a << 24) | (b << 16) | (c << 8) | d) >>> 0;
  });
  return words.reduce((total, word) => (total + word) >>> 0, 0);
};

/** A TrueType font in which every Japanese character is an empty box one em wide. */
export function fullWidthFont(): Uint8Array {
  const parts = Object.entries(tables()).map(([tag, bytes]) => ({ tag, length: bytes.length, bytes: padded(bytes) }));
  const body = parts.flatMap(({ bytes }) => bytes);
  let offset = 12 + 16 * parts.length;
  const directory = parts.flatMap(({ tag, length, bytes }) => {
    const record = [...[...tag].map((letter) => letter.charCodeAt(0)), ...u32(sum(bytes), offset, length)];
    offset += bytes.length;
    return record;
  });
  const font = [...u32(0x10000), ...u16(parts.length, 128, 3, parts.length * 16 - 128), ...directory, ...body];
  const adjustment = 12 + 16 * parts.length + parts.slice(0, 3).reduce((all, { bytes }) => all + bytes.length, 0) + 8;
  font.splice(adjustment, 4, ...u32((0xb1b0afba - sum(font)) >>> 0));
  return Uint8Array.from(font);
}
