import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { RegisterFile } from './import-register.ts';

export type ReceivedFile = RegisterFile & { remove(): Promise<void> };

/** Writes an upload to disk as it comes in, so that the import goes on when the page is left. */
export async function receiveFile(body: AsyncIterable<Uint8Array>): Promise<ReceivedFile> {
  const path = join(tmpdir(), `mamori-register-${randomUUID()}`);
  const remove = () => rm(path, { force: true });
  try {
    await pipeline(body, createWriteStream(path, { mode: 0o600, flags: 'wx' }));
    const { size } = await stat(path);
    return { bytes: { [Symbol.asyncIterator]: () => createReadStream(path)[Symbol.asyncIterator]() }, size, remove };
  } catch (cause) {
    await remove();
    throw cause;
  }
}
