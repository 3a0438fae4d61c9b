import { readFile, writeFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { seal, unseal } from '../envelope.ts';

/** The records of a plain backup as one text of bytes. */
export const recordsOf = (file: string): Promise<Buffer> => buffer(Readable.from(unseal(file, undefined)));

/** Writes records into a file whose envelope is right: what an attacker without a passphrase can do. */
export async function rewrite(file: string, records: Buffer): Promise<void> {
  await writeFile(file, await buffer(seal(Readable.from([records]), undefined)));
}

/** The file with one bit turned over. */
export async function flipped(file: string, at: number, into: string): Promise<void> {
  const bytes = await readFile(file);
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
  await writeFile(into, bytes);
}
