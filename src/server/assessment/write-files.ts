import { randomUUID } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Fault } from '#core/kernel/contract.ts';

export type FileToWrite = { readonly path: string; readonly bytes: Uint8Array };

/** Writes every file whole or not at all: each stands beside its place first and none is moved before all of them stand. */
export async function writeFiles(files: readonly FileToWrite[]): Promise<readonly Fault[]> {
  const staged = files.map((file) => {
    return { ...file, beside: join(dirname(file.path), `.${basename(file.path)}.${randomUUID()}`) };
  });
  try {
    for (const { beside, bytes, path } of staged) await named(path, writeFile(beside, bytes, { flag: 'wx' }));
    for (const { beside, path } of staged) await named(path, rename(beside, path));
    return [];
  } catch (cause) {
    if (cause instanceof NotWritten) return [notWritten(cause)];
    throw cause;
  } finally {
    await Promise.all(staged.map(({ beside }) => rm(beside, { force: true })));
  }
}

class NotWritten extends Error {
  readonly path: string;

  constructor(path: string, cause: unknown) {
    super(cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause), { cause });
    this.path = path;
  }
}

async function named(path: string, work: Promise<void>): Promise<void> {
  await work.catch((cause: unknown) => {
    throw new NotWritten(path, cause);
  });
}

function notWritten({ path, message }: NotWritten): Fault {
  const what = `「${path}」に書き出せませんでした。フォルダがあるか、書き込めるかを確かめてください。（${message}）`;
  return { code: 'file-not-written', message: what };
}
