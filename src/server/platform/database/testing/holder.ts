import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { ClientConfig } from 'pg';
import type { Purpose } from '../../start-lock.ts';

export type Holder = {
  readonly process: ChildProcess;
  /** How to reach the database; fails with what the process said where it ended instead. */
  readonly owner: Promise<ClientConfig>;
  readonly exitCode: Promise<number | null>;
  said(): string;
};

/** Starts a process, in a process group of its own, that holds the database of a data folder until it gets SIGTERM. */
export function startHolder(dataDir: string, purpose: Purpose = 'server'): Holder {
  const script = join(import.meta.dirname, 'hold-database.ts');
  const child = spawn(process.execPath, [script, dataDir, purpose], {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const exitCode = once(child, 'close').then(([code]) => (typeof code === 'number' ? code : null));
  const owner = new Promise<ClientConfig>((resolve, reject) => {
    createInterface(child.stdout).once('line', (line) => resolve(JSON.parse(line)));
    void exitCode.then(() => reject(new Error(said)));
  });
  owner.catch(() => undefined);
  return { process: child, owner, exitCode, said: () => said };
}
