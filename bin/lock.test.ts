import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { holderOf, takeLock } from './lock.mjs';

let base: string;
let folder: string;
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'mamori-lock-'));
  folder = join(base, 'lock');
});
afterEach(() => rmSync(base, { recursive: true }));

async function take(what = 'test') {
  const attempt = await takeLock(folder, what, { patience: 0 });
  if (!('lock' in attempt)) throw new Error(`held by ${attempt.holder.pid}`);
  return attempt.lock;
}

const lockFile = join(import.meta.dirname, 'lock.mjs');
const other = (program: string) =>
  spawn(
    process.execPath,
    ['--input-type=module', '-e', `import { takeLock } from ${JSON.stringify(lockFile)}; ${program}`],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );

test('a lock held by a living process is refused with its number, and free again once released', async () => {
  const holder = other(
    `await takeLock(${JSON.stringify(folder)}, 'npm'); console.log('held'); setInterval(() => {}, 1000);`,
  );
  await once(holder.stdout, 'data');
  const attempt = await takeLock(folder, 'test', { patience: 0 });
  expect(attempt).toMatchObject({ holder: { pid: holder.pid, what: 'npm' } });
  holder.kill('SIGKILL');
  await once(holder, 'exit');
  (await take()).release();
  expect(holderOf(folder)).toBeUndefined();
});

test('the same process does not get the lock twice', async () => {
  const lock = await take();
  await expect(take()).rejects.toThrow(`held by ${process.pid}`);
  lock.release();
  (await take()).release();
});

test('the ticket of a dead process is taken over and removed', async () => {
  (await take()).release();
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  writeFileSync(join(folder, `${pid}-1`), JSON.stringify({ pid, what: 'npm', since: '2026-01-01' }));
  (await take()).release();
  expect(readdirSync(folder)).toEqual([]);
});

test('a ticket whose process number now belongs to another process is taken over', async () => {
  (await take()).release();
  const { ppid } = process;
  writeFileSync(join(folder, `${ppid}-1`), JSON.stringify({ pid: ppid, what: 'npm', since: '2026-01-01' }));
  (await take()).release();
  expect(readdirSync(folder)).toEqual([]);
});

test('a lock lent to a child stays taken after its holder is gone, until the child ends', async () => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  const program = `const { lock } = await takeLock(${JSON.stringify(folder)}, 'npm'); lock.lend(${child.pid});`;
  await once(other(program), 'exit');
  await expect(take()).rejects.toThrow(`held by ${child.pid}`);
  child.kill();
  await once(child, 'exit');
  (await take()).release();
});

test('of many that start at once, one at a time works', async () => {
  const journal = join(base, 'journal');
  const program = `import { appendFileSync } from 'node:fs';
    const note = (word) => appendFileSync(${JSON.stringify(journal)}, word + ' ');
    const { lock } = await takeLock(${JSON.stringify(folder)}, 'npm', { patience: Infinity });
    note('in'); await new Promise((resolve) => setTimeout(resolve, 50)); note('out'); lock.release();`;
  await Promise.all(Array.from({ length: 6 }, () => once(other(program), 'exit')));
  expect(existsSync(journal) && readFileSync(journal, 'utf8')).toBe('in out '.repeat(6));
});
