import { spawn } from 'node:child_process';
import { join } from 'node:path';

const tools = {
  biome: 'node_modules/@biomejs/biome/bin/biome',
  depcruise: 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs',
  knip: 'node_modules/knip/bin/knip.js',
  playwright: 'node_modules/@playwright/test/cli.js',
  tsc: 'node_modules/native-typescript/bin/tsc',
  vitest: 'node_modules/vitest/vitest.mjs',
} as const;

/** How a finished command went; `code` is -1 where it could not start or was killed. */
export type Finished = { readonly code: number; readonly stdout: string; readonly stderr: string };

/** Runs one of the installed tools with the Node that runs us, in the given folder. */
export function runTool(tool: keyof typeof tools, args: readonly string[], cwd: string): Promise<Finished> {
  return runNode([join(cwd, tools[tool]), ...args], cwd);
}

type Following = { readonly env?: NodeJS.ProcessEnv; readonly stdout?: 'inherit' | 2 };

/** The same with our own input and output, or all of it on stderr, and a changed environment; gives the exit code. */
export function followTool(tool: keyof typeof tools, args: readonly string[], how?: Following): Promise<number> {
  return follow(process.execPath, [join(import.meta.dirname, '..', tools[tool]), ...args], how);
}

export function follow(
  file: string,
  args: readonly string[],
  { env = process.env, stdout = 'inherit' }: Following = {},
): Promise<number> {
  const cwd = join(import.meta.dirname, '..');
  return new Promise((resolve) => {
    const child = spawn(file, args, { cwd, env, stdio: ['inherit', stdout, 'inherit'] });
    child.on('error', () => resolve(-1));
    child.on('close', (code) => resolve(code ?? -1));
  });
}

export function runNode(args: readonly string[], cwd: string): Promise<Finished> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    const finish = (code: number, stderr: string) => resolve({ code, stdout: Buffer.concat(out).toString(), stderr });
    child.on('error', (error) => finish(-1, error.message));
    child.on('close', (code) => finish(code ?? -1, Buffer.concat(err).toString()));
  });
}

/** The lines of an output that say something. */
export function linesOf(output: string): readonly string[] {
  return output.split('\n').filter((line) => line.trim() !== '');
}
