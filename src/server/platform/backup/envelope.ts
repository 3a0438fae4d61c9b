import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline, Readable, type Transform } from 'node:stream';
import { createGunzip, createGzip } from 'node:zlib';
import { altered, BackupRefused } from './backup-refused.ts';
import { plainHead, unwrapPlain, wrapPlain } from './plain-envelope.ts';

const ageHead = Buffer.from('age-encryption.org/v1\n');

async function* encrypted(bytes: Readable, passphrase: string): AsyncGenerator<Buffer> {
  const { Encrypter } = await import('age-encryption');
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  const stream = await encrypter.encrypt(Readable.toWeb(bytes) as ReadableStream<Uint8Array>);
  for await (const chunk of stream) yield Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
}

async function* decrypted(bytes: Readable, passphrase: string): AsyncGenerator<Buffer> {
  const { Decrypter } = await import('age-encryption');
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  const stream = await decrypter
    .decrypt(Readable.toWeb(bytes) as ReadableStream<Uint8Array>)
    .catch((cause: unknown) => {
      throw wrongPassphrase(cause);
    });
  for await (const chunk of stream) yield Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
}

const wrongPassphrase = (cause: unknown) =>
  cause instanceof Error && cause.message.startsWith('no identity matched')
    ? new BackupRefused('合言葉が違います（または、控えのファイルの先頭が変えられています）。何も変えていません。', {
        cause,
      })
    : altered('暗号の先頭', cause);

/** A failure before the transform is the failure of what comes out of it. */
const through = (source: AsyncIterable<Buffer>, transform: Transform): Readable =>
  pipeline(Readable.from(source, { objectMode: false }), transform, () => undefined);

/** Compressed, and encrypted where there is a passphrase: the bytes of the file. */
export function seal(records: AsyncIterable<Buffer>, passphrase: string | undefined): Readable {
  const compressed = through(records, createGzip());
  return Readable.from(passphrase === undefined ? wrapPlain(compressed) : encrypted(compressed, passphrase), {
    objectMode: false,
  });
}

export async function isEncrypted(file: string): Promise<boolean> {
  const handle = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(ageHead.length), { position: 0 });
    const start = buffer.subarray(0, bytesRead);
    if (start.equals(ageHead)) return true;
    if (start.subarray(0, plainHead.length).equals(plainHead.subarray(0, start.length)) && bytesRead > 0) return false;
    throw new BackupRefused(
      'まもりの控えのファイルではありません（または、先頭が変えられています）。何も変えていません。',
    );
  } finally {
    await handle.close();
  }
}

/** The records of a file. Whatever breaks on the way means that it is not what was written. */
export async function* unseal(file: string, passphrase: string | undefined): AsyncGenerator<Buffer> {
  const bytes = createReadStream(file);
  const inside = (await isEncrypted(file)) ? decrypted(bytes, passphrase ?? '') : unwrapPlain(bytes);
  try {
    for await (const chunk of through(inside, createGunzip()) as AsyncIterable<Buffer>) yield chunk;
  } catch (error) {
    if (error instanceof BackupRefused) throw error;
    throw altered('圧縮か暗号', error);
  } finally {
    bytes.destroy();
  }
}
