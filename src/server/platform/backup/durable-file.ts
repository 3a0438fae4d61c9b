import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Readable } from 'node:stream';
import { BackupRefused } from './backup-refused.ts';

/** A file of this ending is being written, or was when its process ended; it is nobody's backup. */
export const draftEnding = '.draft';

/** What a draft of this name was to become; undefined where it is no draft of ours. */
export const draftedFile = (name: string): string | undefined => /^(.+)\.[0-9a-f]{8}\.draft$/.exec(name)?.[1];

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : '');

const reasons: Readonly<Record<string, string>> = {
  ENOSPC: '空きが足りません。空きを作るか、別の場所を指定してください',
  EDQUOT: '使ってよい量（クォータ）を超えます。空きを作るか、別の場所を指定してください',
  ENOENT: 'フォルダがありません。先に作ってください',
  ENOTDIR: 'フォルダではありません',
  EACCES: '書き込む権限がありません',
  EPERM: '書き込む権限がありません',
  EROFS: '読み取り専用の場所です',
  EIO: '機器の読み書きに失敗しました。機器を確かめてください',
};

/** Why a file cannot be written, in words for the operator; undefined where the fault is ours. */
export const placeFault = (error: unknown): string | undefined => reasons[codeOf(error)];

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

/** Some file systems of networks keep a name without being asked, and cannot be. */
const notAsked = ['EINVAL', 'ENOTSUP', 'ENOSYS'];

/** Has the disk keep the name of a file that stands there whole. */
async function keepName(file: string): Promise<void> {
  try {
    await syncFolder(dirname(file));
  } catch (cause) {
    if (notAsked.includes(codeOf(cause))) return;
    throw new BackupRefused(
      `${file} は最後まで書けましたが、その名前をディスクに残せたか確かめられません（${codeOf(cause)}）。今すぐ電源が切れると、消えるおそれがあります。フォルダの読み取りの権限と、機器を確かめてください。`,
      { cause },
    );
  }
}

async function write(draft: string, bytes: Readable): Promise<number> {
  const handle = await open(draft, 'wx', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
    return (await handle.stat()).size;
  } finally {
    await handle.close();
  }
}

export const refuseExisting = (file: string, force: boolean): void => {
  if (!force && existsSync(file))
    throw new BackupRefused(`${file} はもうあります。上書きするには --force を付けてください。`);
};

/** Under another name until it is whole and on the disk: nothing half-written ever has the file's name. Its size in bytes. */
export async function writeDurableFile(file: string, bytes: Readable, force = false): Promise<number> {
  refuseExisting(file, force);
  const draft = `${file}.${randomBytes(4).toString('hex')}${draftEnding}`;
  try {
    const size = await write(draft, bytes);
    refuseExisting(file, force);
    await rename(draft, file);
    await keepName(file);
    return size;
  } catch (error) {
    await rm(draft, { force: true });
    const reason = placeFault(error);
    throw reason ? new BackupRefused(`${file} に書けません: ${reason}。`, { cause: error }) : error;
  }
}
