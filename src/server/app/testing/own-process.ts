import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
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
/** What `npm start` runs; it looks after what is installed and built first, and stays beside the server. */
const launcher = join(import.meta.dirname, '../../../../bin/launch.mjs');
/** Where the launcher has it too; filled by each process that is stopped and not killed. */
const compileCache = join(import.meta.dirname, '../../../../.cache/compile');

const exitOf = (child: ChildProcess) =>
  new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));

/** A start of Mamori under way. */
export type Beginning = {
  readonly pid: number;
  readonly exited: Promise<number | null>;
  /** Fulfils when it answers; fails with what it said where it ended instead. */
  readonly started: Promise<OwnProcess>;
  /** What it said on stderr so far. */
  said(): string;
};

/** Reads until it has said all of its start. */
async function startOf(stdout: Readable): Promise<Pick<OwnProcess, 'setupLink'> & { url: string | undefined }> {
  let url: string | undefined;
  let setupLink: string | undefined;
  for await (const line of createInterface(stdout)) {
    url ??= line.match(/動いています: (\S+)/)?.[1];
    setupLink ??= line.match(/初期設定リンク.*: (\S+)/)?.[1];
    if (line.includes('Ctrl-C')) break;
  }
  return { url, setupLink };
}

/** Begins to start Mamori as a process group of its own on the data folder, as `npm start` does. */
export function beginOwnProcess(
  dataDir: string,
  env: NodeJS.ProcessEnv = {},
  { stderr = 'pipe', launched = false }: { readonly stderr?: 'pipe' | number; readonly launched?: boolean } = {},
): Beginning {
  const child = spawn(process.execPath, [launched ? launcher : main, 'start'], {
    detached: true,
    stdio: ['ignore', 'pipe', stderr],
    env: { ...process.env, NODE_COMPILE_CACHE: compileCache, MAMORI_DATA_DIR: dataDir, PORT: '0', ...env },
  });
  const { pid } = child;
  if (pid === undefined) throw new Error('there is no process');
  const exited = exitOf(child);
  const allSaid = new Promise((resolve) => child.once('close', resolve));
  let said = '';
  child.stderr?.on('data', (bytes) => {
    said += bytes;
  });
  const stop = () => {
    process.kill(pid, 'SIGINT');
    return exited;
  };
  const { stdout } = child;
  if (!stdout) throw new Error('there is no standard output');
  const started = startOf(stdout).then(async ({ url, setupLink }) => {
    stdout.resume();
    if (url) return { url, setupLink, pid, exited, stop };
    await allSaid;
    throw new Error(`it did not start: ${said}`);
  });
  started.catch(() => undefined);
  return { pid, exited, started, said: () => said };
}

/** Starts Mamori as a process of its own and waits until it answers. */
export const startOwnProcess = (dataDir: string, env: NodeJS.ProcessEnv = {}): Promise<OwnProcess> =>
  beginOwnProcess(dataDir, env).started;

/** Every process below one: guard, postmaster, backends. */
export function descendantsOf(pid: number): number[] {
  return childrenOf(pid).flatMap((child) => [child, ...descendantsOf(child)]);
}
