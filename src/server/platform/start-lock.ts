import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Holder, holderOf, type Lock, takeLock } from '../../../bin/lock.mjs';
import { CannotStart } from './cannot-start.ts';

export type Purpose = 'server' | 'command' | 'restore';

/** Another program works on the data folder now; it is not for this one. */
export class FolderInUse extends CannotStart {}

const programs: Readonly<Record<string, string>> = {
  server: 'Mamori（npm start）',
  command: 'mamori コマンド',
  restore: '控えを戻す mamori restore',
};
const lockFolder = (dataDir: string) => join(dataDir, 'start-lock');

/** Who works on the data folder now, in words for the person who must wait. */
export function describeHolder({ pid, what, since }: Holder): string {
  const at = new Date(since).toLocaleString('ja-JP', { timeZone: 'Asia/Tokyo' });
  return `${programs[what] ?? what}（プロセス ${pid}、${at} から）`;
}

export function isServerRunning(dataDir: string): boolean {
  return existsSync(lockFolder(dataDir)) && holderOf(lockFolder(dataDir))?.what === 'server';
}

export async function tryStartLock(dataDir: string, purpose: Purpose): Promise<{ lock: Lock } | { holder: Holder }> {
  try {
    return await takeLock(lockFolder(dataDir), purpose, { patience: purpose === 'server' ? 1000 : 0 });
  } catch (error) {
    throw new CannotStart(
      `データのフォルダ ${dataDir} に書き込めません。今の利用者のものにして（chown -R）、空きを確かめて、もう一度実行してください。`,
      { cause: error },
    );
  }
}

/** Takes the data folder for this process, or refuses and names who has it. */
export async function takeStartLock(dataDir: string, purpose: Purpose): Promise<Lock> {
  const attempt = await tryStartLock(dataDir, purpose);
  if ('lock' in attempt) return attempt.lock;
  throw new FolderInUse(
    `データのフォルダ ${dataDir} は、${describeHolder(attempt.holder)} が使っています。終わってから、もう一度実行してください。別に動かすには MAMORI_DATA_DIR で別のフォルダを指定してください。`,
  );
}
