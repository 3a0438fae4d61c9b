import { join } from 'node:path';
import { readPostmaster } from '../embedded/postmaster.ts';
import { childrenOf, parentOf } from './process-tree.ts';

/** Guard, postmaster and all backends of the server of a data folder. */
export async function serverProcesses(dataDir: string): Promise<readonly number[]> {
  const pid = (await readPostmaster(join(dataDir, 'postgres')))?.pid;
  return pid === undefined ? [] : [parentOf(pid), pid, ...childrenOf(pid)];
}
