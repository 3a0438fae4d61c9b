import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** File of a secret Mamori made for itself; only the user Mamori runs as may read it. */
export const secretFile = (dataDir: string, name: string): string => join(dataDir, 'secrets', `${name}.txt`);

async function readSecret(file: string): Promise<string | undefined> {
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

async function writeDurably(file: string, text: string): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Whoever links first wins, so two processes that start at once end with the same secret. */
async function makeSecret(folder: string, file: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  await writeDurably(draft, `${randomBytes(32).toString('base64url')}\n`);
  try {
    await link(draft, file);
    const handle = await open(folder, 'r');
    await handle.sync().finally(() => handle.close());
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

/** The secret of this name in the data folder; made on first use. */
export async function keepSecret(dataDir: string, name: string): Promise<string> {
  const file = secretFile(dataDir, name);
  if ((await readSecret(file)) === undefined) await makeSecret(join(dataDir, 'secrets'), file);
  const secret = await readSecret(file);
  if (!secret) throw new Error(`${file} is empty`);
  return secret;
}

/** Whether a secret stands there already, and which. */
export const readKeptSecret = (dataDir: string, name: string): Promise<string | undefined> =>
  readSecret(secretFile(dataDir, name));

/** Writes another secret beside the one of this name; what it gives back puts it in its place, and keeps the former one. */
export async function stageSecret(dataDir: string, name: string, secret: string): Promise<() => Promise<void>> {
  const file = secretFile(dataDir, name);
  const folder = join(dataDir, 'secrets');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  await writeDurably(draft, `${secret}\n`);
  return async () => {
    await rename(file, secretFile(dataDir, `${name}.before-restore`)).catch(() => undefined);
    await rename(draft, file);
    const handle = await open(folder, 'r');
    await handle.sync().finally(() => handle.close());
  };
}
