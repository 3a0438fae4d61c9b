import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

const main = join(import.meta.dirname, '../../main.ts');

type Ended = { readonly code: number | null; readonly out: string; readonly err: string };

/** Runs `mamori …` as a process of its own on the data folder, with nobody at a terminal. */
export async function runOwnCommand(
  dataDir: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<Ended> {
  const child = spawn(process.execPath, [main, 'mamori', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, MAMORI_DATA_DIR: dataDir, ...env },
  });
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { code, out, err };
}
