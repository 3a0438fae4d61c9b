import fc from 'fast-check';
import { expect, test } from 'vitest';
import { portionsOf } from './portions.ts';

async function* inChunks(text: string, size: number) {
  for (let at = 0; at < text.length; at += size) yield Buffer.from(text.slice(at, at + size));
}
async function apart(text: string, size: number, most: number) {
  const portions: string[] = [];
  for await (const portion of portionsOf(inChunks(text, size), most)) {
    let read = '';
    for await (const bytes of portion) read += bytes.toString();
    portions.push(read);
  }
  return portions;
}

test('rows come in portions of whole rows, each no shorter than it must be, and nothing is lost', async () => {
  const rows = fc.array(
    fc.stringMatching(/^[a-z]{0,12}$/).map((row) => `${row}\n`),
    { maxLength: 40 },
  );
  const sizes = fc.integer({ min: 1, max: 30 });
  await fc.assert(
    fc.asyncProperty(rows, sizes, sizes, async (all, size, most) => {
      const portions = await apart(all.join(''), size, most);
      expect(portions.join('')).toBe(all.join(''));
      expect(portions.every((portion) => portion === '' || portion.endsWith('\n'))).toBe(true);
      expect(portions.slice(0, -1).every((portion) => portion.length > most)).toBe(true);
      expect(portions.every((portion) => portion.length <= most + size + 13)).toBe(true);
    }),
  );
});

test('without a bound there is one, and no rows are one too', async () => {
  expect(await apart('a\nb\nc\n', 1, Number.POSITIVE_INFINITY)).toEqual(['a\nb\nc\n']);
  expect(await apart('', 1, 5)).toEqual(['']);
});
