import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inChunks } from './in-chunks.ts';

async function* each(parts: readonly Uint8Array[]) {
  yield* parts;
}

test('however the bytes come in, they go on in pieces of one size and nothing is lost or added', async () => {
  const parts = fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(parts, fc.integer({ min: 1, max: 16 }), async (given, size) => {
      const pieces: Buffer[] = [];
      for await (const piece of inChunks(each(given), size)) pieces.push(Buffer.from(piece));
      expect(Buffer.concat(pieces)).toEqual(Buffer.concat(given));
      expect(pieces.slice(0, -1).every(({ length }) => length === size)).toBe(true);
      expect(pieces.every(({ length }) => length > 0 && length <= size)).toBe(true);
    }),
  );
});
