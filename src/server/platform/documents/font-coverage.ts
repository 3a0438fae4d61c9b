/** Every character a TrueType font has a glyph for, from the format-12 table of its character map (OpenType `cmap`). */
export function coveredCharacters(font: Uint8Array): ReadonlySet<number> {
  const bytes = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const map = tableOffset(bytes, 'cmap');
  const count = bytes.getUint16(map + 2);
  for (let index = 0; index < count; index += 1) {
    const subtable = map + bytes.getUint32(map + 4 + index * 8 + 4);
    if (bytes.getUint16(subtable) === 12) return charactersOf(bytes, subtable);
  }
  throw new Error('the font has no format-12 character map');
}

function tableOffset(bytes: DataView, tag: string): number {
  const count = bytes.getUint16(4);
  for (let record = 12; record < 12 + count * 16; record += 16) {
    const name = String.fromCharCode(...[0, 1, 2, 3].map((at) => bytes.getUint8(record + at)));
    if (name === tag) return bytes.getUint32(record + 8);
  }
  throw new Error(`the font has no table ${tag}`);
}

function charactersOf(bytes: DataView, subtable: number): ReadonlySet<number> {
  const covered = new Set<number>();
  const groups = bytes.getUint32(subtable + 12);
  for (let group = subtable + 16; group < subtable + 16 + groups * 12; group += 12) {
    const [first, last] = [bytes.getUint32(group), bytes.getUint32(group + 4)];
    for (let character = first; character <= last; character += 1) covered.add(character);
  }
  return covered;
}
