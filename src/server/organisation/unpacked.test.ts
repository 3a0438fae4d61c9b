import { Readable } from 'node:stream';
import { createGzip, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { FileFault } from './file-fault.ts';
import { unpacked } from './unpacked.ts';

async function sizeOf(source: AsyncIterable<Uint8Array>): Promise<number> {
  let size = 0;
  for await (const chunk of unpacked(source)) size += chunk.byteLength;
  return size;
}

test('a file is unpacked where its content is gzip, and given on as it is otherwise', async () => {
  expect(await sizeOf(Readable.from([gzipSync(Buffer.alloc(5000))]))).toBe(5000);
  expect(await sizeOf(Readable.from([Buffer.from('1,2,3')]))).toBe(5);
});

test('a file made to unpack without end is refused on the way', async () => {
  const megabyte = Buffer.alloc(1024 * 1024);
  const endless = function* () {
    for (let count = 0; count < 4096; count += 1) yield megabyte;
  };
  const bomb = Readable.from(endless()).pipe(createGzip({ level: 1 }));
  await expect(sizeOf(bomb)).rejects.toThrow(FileFault);
  bomb.destroy();
});
