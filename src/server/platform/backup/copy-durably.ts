import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { altered } from './backup-refused.ts';
import { writeDurableFile } from './durable-file.ts';

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

/** Copies a file and reads the copy back: what arrives on another machine's disk is not always what was sent. */
export async function copyDurably(file: string, copy: string): Promise<void> {
  await writeDurableFile(copy, createReadStream(file));
  if ((await hashOf(copy)) === (await hashOf(file))) return;
  await rm(copy, { force: true });
  throw altered('写しが元と違います');
}
