import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { childrenOf } from '../../platform/database/testing/process-tree.ts';

export type OwnProcess = {
  readonly url: string;
  /** The one-time set-up link, printed while nobody administers the installation. */
  readonly setupLink: string | undefined;
  readonly pid: number;
  readonly exited: Promise<number | null>;
  /** Asks it to stop, as Ctrl-C does. */
  stop(): Promise<number | null>;
};

const main = join(import.meta.dirname, '../../main.ts');

const exitOf = (child: ChildProcess) =>
  new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));

/** Starts Mamori as a process group of its own on the data folder, as `npm start` does, and waits until it answers. */
export async function startOwnProcess(dataDir: string, env: NodeJS.ProcessEnv = {}): Promise<OwnProcess> {
  const child = spawn(process.execPath, [main, 'start'], {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, MAMORI_DATA_DIR: dataDir, PORT: '0', ...env },
  });
  const exited = exitOf(child);
  const allSaid = new Promise((resolve) => child.once('close', resolve));
  let said = '';
  child.stderr.on('data', (bytes) => {
    said += bytes;
  });
  let url: string | undefined;
  let setupLink: string | undefined;
  for await (const line of createInterface(child.stdout)) {
    url ??= line.match(/動いています: (\S+)/)?.[1];
    setupLink ??= line.match(/初期設定リンク.*: (\S+)/)?.[1];
    if (line.includes('Ctrl-C')) break;
  }
  if (!url || child.pid === undefined) {
    await allSaid;
    throw new Error(`it did not start: ${said}`);
  }
  const { pid } = child;
  child.stdout.resume();
  return {
    url,
    setupLink,
    pid,
    exited,
    stop: () => {
      process.kill(pid, 'SIGINT');
      return exited;
    },
  };
}

/** Every process below one: guard, postmaster, backends. */
export function descendantsOf(pid: number): number[] {
  return childrenOf(pid).flatMap((child) => [child, ...descendantsOf(child)]);
}
