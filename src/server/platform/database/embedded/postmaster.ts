import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

export type Postmaster = { readonly pid: number; readonly socketFolder: string; readonly ready: boolean };

/** What a running (or killed) server wrote about itself; undefined where there is none. */
export async function readPostmaster(folder: string): Promise<Postmaster | undefined> {
  const text = await readFile(join(folder, 'postmaster.pid'), 'utf8').catch(() => '');
  const [pid, , , , socketFolder, , , status] = text.split('\n');
  if (!pid || !socketFolder) return undefined;
  return { pid: Number(pid), socketFolder, ready: status?.trim() === 'ready' };
}
