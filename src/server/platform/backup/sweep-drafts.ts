import { lstat, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { draftedFile } from './durable-file.ts';

/** Whoever writes a file adds to it all the time, to a slow disk of another machine too. */
const deadAfterMs = 12 * 60 * 60 * 1000;

async function isDead(file: string): Promise<boolean> {
  const found = await lstat(file).catch(() => undefined);
  return found?.isFile() === true && found.mtimeMs < Date.now() - deadAfterMs;
}

/**
 * Removes drafts of files with a name of ours to which nobody has added for half a day: their writers were killed. What is
 * younger may be written right now, by another process or on another machine. Gives the names of those that went.
 */
export async function sweepDrafts(folder: string, isOurs: (name: string) => boolean): Promise<readonly string[]> {
  const gone: string[] = [];
  for (const name of await readdir(folder)) {
    const file = draftedFile(name);
    if (file === undefined || !isOurs(file) || !(await isDead(join(folder, name)))) continue;
    await rm(join(folder, name), { force: true });
    gone.push(name);
  }
  return gone;
}
