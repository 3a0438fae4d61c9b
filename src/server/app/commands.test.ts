import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';

const main = join(import.meta.dirname, '../main.ts');

async function run(...args: string[]) {
  const child = spawn(process.execPath, [main, 'mamori', ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { code, out, err };
}

test.each([
  [['help'], '使い方: npm run -s mamori -- 命令'],
  [['--help'], '使い方: npm run -s mamori -- 命令'],
  [['assess', '--help'], '使い方: npm run -s mamori -- assess --sheet'],
  [['assess', '--sheet', 'hospital', '-h'], '使い方: npm run -s mamori -- assess --sheet'],
  [['facilities', '--help'], '使い方: npm run -s mamori -- facilities import'],
  [['setup-link', '--help'], '使い方: npm run -s mamori -- setup-link'],
  [['mail-test', '--help'], '使い方: npm run -s mamori -- mail-test'],
])('%j prints how to call it on stdout, and that is no fault', async (args, usage) => {
  const { code, out, err } = await run(...args);
  expect([code, err]).toEqual([0, '']);
  expect(out.startsWith(usage)).toBe(true);
});

test.each([
  [[], '使い方: npm run -s mamori -- 命令'],
  [['frobnicate'], '使い方: npm run -s mamori -- 命令'],
  [['facilities'], '使い方: npm run -s mamori -- facilities import'],
  [['setup-link', 'now'], '使い方: npm run -s mamori -- setup-link'],
  [['mail-test'], '使い方: npm run -s mamori -- mail-test'],
  [['mail-test', 'だれか'], '使い方: npm run -s mamori -- mail-test'],
])('%j says nothing but how to call it, on stderr with code 2', async (args, usage) => {
  const { code, out, err } = await run(...args);
  expect([code, out]).toEqual([2, '']);
  expect(err.startsWith(usage)).toBe(true);
});

test.skipIf(!existsSync('/dev/full'))('output that cannot be written is told in one line, with code 2', async () => {
  const full = openSync('/dev/full', 'w');
  const child = spawn(process.execPath, [main, 'mamori', 'help'], { stdio: ['ignore', full, 'pipe'] });
  closeSync(full);
  if (!child.stderr) throw new Error('stderr is a pipe');
  const [err, [code]] = await Promise.all([text(child.stderr), once(child, 'close')]);
  expect(code).toBe(2);
  expect(err).toMatch(/^結果を出力できませんでした。.*（ENOSPC）\n$/);
});

test('a reader that went away ends the command quietly', async () => {
  const child = spawn(process.execPath, [main, 'mamori', 'help'], { stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.destroy();
  const [err, [code]] = await Promise.all([text(child.stderr), once(child, 'close')]);
  expect([code, err]).toEqual([0, '']);
});
