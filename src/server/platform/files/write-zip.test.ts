import { Open } from 'unzipper-esm';
import { expect, test } from 'vitest';
import { writeZip, type ZipEntry } from './write-zip.ts';

const at = new Date('2026-11-21T03:00:00Z');
const text = (content: string) => [new TextEncoder().encode(content)];

async function archived(entries: readonly ZipEntry[]): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  const zip = writeZip(async (piece) => void pieces.push(Uint8Array.from(piece)), at);
  for (const entry of entries) await zip.add(entry);
  await zip.end();
  return Buffer.concat(pieces);
}

test('another program reads what was written, packed or not, under its names', async () => {
  const long = 'あいうえお'.repeat(100_000);
  const archive = await archived([
    { name: 'はじめに.txt', bytes: text('こんにちは') },
    { name: '証跡/方針 (2).pdf', packed: true, bytes: [...text('%PDF'), ...text('-1.7')] },
    { name: 'empty.csv', bytes: [] },
    { name: 'long.csv', bytes: text(long) },
  ]);
  const { files } = await Open.buffer(archive);
  const read = await Promise.all(files.map(async (file) => [file.path, (await file.buffer()).toString('utf8')]));
  expect(read).toEqual([
    ['はじめに.txt', 'こんにちは'],
    ['証跡/方針 (2).pdf', '%PDF-1.7'],
    ['empty.csv', ''],
    ['long.csv', long],
  ]);
  expect(archive.length).toBeLessThan(long.length);
});

test('nothing more is read before what was made is taken', async () => {
  const [chunk, chunks] = [new Uint8Array(256 * 1024), 64];
  let [given, taken, ahead] = [0, 0, 0];
  const zip = writeZip(async (piece) => {
    await new Promise(setImmediate);
    taken += piece.length;
  }, at);
  const source = async function* () {
    for (let count = 0; count < chunks; count += 1) {
      ahead = Math.max(ahead, given - taken);
      given += chunk.length;
      yield chunk;
    }
  };
  await zip.add({ name: 'large.bin', packed: true, bytes: source() });
  await zip.end();
  expect(given).toBe(chunks * chunk.length);
  expect(ahead).toBeLessThanOrEqual(chunk.length);
});

test('an archive that would be larger than its form can say fails', async () => {
  const entry = { name: 'a.bin', packed: true, bytes: [new Uint8Array(1000)] };
  const large = writeZip(async () => undefined, at, { bytes: 1500, entries: 9 });
  await large.add(entry);
  await expect(large.add(entry)).rejects.toThrow('too large');
  const many = writeZip(async () => undefined, at, { bytes: 9999, entries: 1 });
  await many.add(entry);
  await expect(many.add(entry)).rejects.toThrow('too many');
});
