import { chmod, chown, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CannotStart } from '../../cannot-start.ts';
import type { ServerUser } from './server-user.ts';

/** The data folder, made on first use. Of root it lets others pass: PostgreSQL runs as `nobody` then, in closed folders inside. */
export async function makeDataFolder(dataDir: string): Promise<void> {
  try {
    await mkdir(dataDir, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
  } catch (error) {
    throw new CannotStart(
      `データのフォルダ ${dataDir} を作れません。MAMORI_DATA_DIR に書き込めるフォルダを指定してください。`,
      { cause: error },
    );
  }
}

/** A folder only the server's user may enter. */
export async function makeServerFolder(folder: string, { owner }: ServerUser): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700);
  if (owner) await chown(folder, owner.uid, owner.gid);
}

/** Operating systems cut the path of a socket at 104 or 108 bytes. */
const fitsSocket = (folder: string) => Buffer.byteLength(join(folder, '.s.PGSQL.5432')) <= 100;

export type SocketFolder = { readonly path: string; remove(): Promise<void> };

/** The socket's folder: in the data folder, or a private one elsewhere where that path is too long. */
export async function makeSocketFolder(dataDir: string, user: ServerUser): Promise<SocketFolder> {
  const usual = join(dataDir, 'socket');
  if (fitsSocket(usual)) {
    await makeServerFolder(usual, user);
    return { path: usual, remove: async () => undefined };
  }
  const base = fitsSocket(join(tmpdir(), 'mamori-XXXXXX')) ? tmpdir() : '/tmp';
  const path = await mkdtemp(join(base, 'mamori-'));
  await makeServerFolder(path, user);
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}
