import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { inputsHash } from './build.mjs';

const lockfile = {
  packages: { '': { dependencies: { app: '1' } }, 'node_modules/app': { version: '1.0.0', integrity: 'a' } },
};

/** Stands in for npm: notes that it ran and installs what the lockfile of these tests asks for, or fails. */
const npm = `
const { appendFileSync, existsSync, mkdirSync, symlinkSync, writeFileSync, readFileSync } = require('node:fs');
appendFileSync('npm-calls', process.argv.slice(2, 4).join(' ') + '\\n');
console.log('npm speaks');
if (process.env.NPM_FAILS) process.exit(7);
const held = setInterval(() => {
  if (existsSync('npm-is-held')) return;
  clearInterval(held);
  mkdirSync('node_modules/.bin', { recursive: true });
  if (!existsSync('node_modules/.bin/node')) symlinkSync(process.execPath, 'node_modules/.bin/node');
  if (process.env.NPM_IS_PICKY && !process.execPath.includes('.cache')) return;
  mkdirSync('node_modules/app', { recursive: true });
  mkdirSync('node_modules/vite/bin', { recursive: true });
  writeFileSync('node_modules/app/package.json', '{}');
  writeFileSync('node_modules/vite/bin/vite.js', "const fs = require('node:fs'); fs.mkdirSync('dist/web', { recursive: true }); fs.appendFileSync('builds', 'x'); if (fs.existsSync('broken')) process.exit(1);");
  writeFileSync('node_modules/.package-lock.json', readFileSync('package-lock.json'));
}, 20);`;

const program = `
const [command, ...rest] = process.argv.slice(2);
if (rest[0] === 'wait') {
  process.on('SIGTERM', () => { console.log('stopped cleanly'); process.exit(5); });
  setInterval(() => {}, 1000);
}
if (rest[0] === 'die') process.kill(process.pid, 'SIGKILL');
console.log(JSON.stringify([command, ...rest]));
process.exitCode = Number(rest[1] ?? 0);`;

/** The tests may run with a compile cache of their own. */
const { NODE_COMPILE_CACHE: _, ...environment } = process.env;

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'mamori launch-'));
  cpSync(import.meta.dirname, join(root, 'bin'), { recursive: true, filter: (path) => !path.includes('.test.') });
  for (const folder of ['src/server', 'src/web', 'npm/bin']) mkdirSync(join(root, folder), { recursive: true });
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify(lockfile));
  writeFileSync(join(root, 'npm/bin/npm-cli.js'), npm);
  writeFileSync(join(root, 'src/server/main.ts'), program);
  writeFileSync(join(root, 'src/web/page.ts'), 'export {};');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function begin(args: readonly string[], env: Record<string, string> = {}): ChildProcess {
  const npmPath = { npm_execpath: join(root, 'npm/bin/npm-cli.js') };
  return spawn(process.execPath, ['bin/launch.mjs', ...args], {
    cwd: root,
    env: { ...environment, ...npmPath, ...env },
  });
}

async function finish(child: ChildProcess) {
  const heard = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name]?.setEncoding('utf8').on('data', (text: string) => {
      heard[name] += text;
    });
  const [code] = await once(child, 'close');
  return { code, ...heard };
}

const launch = (args: readonly string[], env?: Record<string, string>) => finish(begin(args, env));
const linesOf = (name: string) => (existsSync(join(root, name)) ? readFileSync(join(root, name), 'utf8') : '');

test('the first start installs and builds, saying so on stderr; stdout carries the program alone', async () => {
  const { code, stdout, stderr } = await launch(['start', '--demo', '4']);
  expect(stdout).toBe('["start","--demo","4"]\n');
  expect(code).toBe(4);
  expect(stderr).toMatch(
    /取り寄せています[\s\S]*npm speaks[\s\S]*そろいました[\s\S]*組み立てています[\s\S]*できました/,
  );
  expect(linesOf('npm-calls')).toBe('ci --ignore-scripts\n');
});

test('getting ready installs and builds like a start, and has the program write what is left', async () => {
  const { code, stdout } = await launch(['ready']);
  expect({ code, stdout }).toEqual({ code: 0, stdout: '["ready"]\n' });
  expect(linesOf('builds')).toBe('x');
});

test('an installed copy needs no npm and builds nothing again, until an input of the page changes', async () => {
  await launch(['start']);
  const again = await launch(['start'], { NPM_FAILS: '1' });
  expect(again).toMatchObject({ code: 0, stdout: '["start"]\n', stderr: '' });
  expect(linesOf('builds')).toBe('x');
  writeFileSync(join(root, 'src/web/page.ts'), 'export const changed = true;');
  await launch(['mamori', 'assess']);
  expect(linesOf('builds')).toBe('x');
  await launch(['start']);
  expect(linesOf('builds')).toBe('xx');
});

test('what Node.js made of the code is kept for the next start, until something is installed or built anew', async () => {
  const compiled = join(root, '.cache', 'compile');
  await launch(['start']);
  expect(readdirSync(compiled)).not.toEqual([]);
  writeFileSync(join(compiled, 'old'), '');
  await launch(['mamori']);
  expect(existsSync(join(compiled, 'old'))).toBe(true);
  writeFileSync(join(root, 'src/web/page.ts'), 'export const changed = true;');
  await launch(['start']);
  expect(existsSync(join(compiled, 'old'))).toBe(false);
});

test('a changed lockfile is installed again', async () => {
  await launch(['mamori']);
  const entry = { version: '1.0.1', integrity: 'b' };
  writeFileSync(
    join(root, 'package-lock.json'),
    JSON.stringify({ packages: { ...lockfile.packages, 'node_modules/app': entry } }),
  );
  await launch(['mamori']);
  expect(linesOf('npm-calls').trim().split('\n')).toHaveLength(2);
});

test('what npm leaves out because its own Node.js is too old is installed by the one that came', async () => {
  const { code } = await launch(['mamori'], { NPM_IS_PICKY: '1' });
  expect(code).toBe(0);
  expect(existsSync(join(root, 'node_modules/app'))).toBe(true);
  expect(existsSync(join(root, '.cache/node'))).toBe(false);
});

test('two first starts at once install once, and the second says that it waits', async () => {
  writeFileSync(join(root, 'npm-is-held'), '');
  const starts = [begin(['mamori', 'a']), begin(['mamori', 'b'])];
  const ended = starts.map(finish);
  const waits = (child: ChildProcess) =>
    new Promise<void>((resolve) => {
      child.stderr?.on('data', (text: string) => text.includes('準備をしています') && resolve());
    });
  await Promise.race(starts.map(waits));
  rmSync(join(root, 'npm-is-held'));
  expect((await Promise.all(ended)).map(({ code }) => code)).toEqual([0, 0]);
  expect(linesOf('npm-calls')).toBe('ci --ignore-scripts\n');
});

test('a failing npm or build is explained and nothing runs', async () => {
  const failed = await launch(['mamori'], { NPM_FAILS: '1' });
  expect(failed).toMatchObject({ code: 1, stdout: '' });
  expect(failed.stderr).toContain('部品の取り寄せに失敗しました');
  writeFileSync(join(root, 'broken'), '');
  const broken = await launch(['start']);
  expect(broken).toMatchObject({ code: 1, stdout: '' });
  expect(broken.stderr).toContain('画面の組み立てに失敗しました');
});

test('signals reach the program, and its own exit code comes back', async () => {
  await launch(['mamori']);
  const child = begin(['mamori', 'wait']);
  const ended = finish(child);
  if (child.stdout) await once(child.stdout, 'data');
  child.kill('SIGTERM');
  expect(await ended).toMatchObject({ code: 5, stdout: '["mamori","wait"]\nstopped cleanly\n' });
});

test('a program killed by a signal gives 128 and its number', async () => {
  await launch(['mamori']);
  expect((await launch(['mamori', 'die'])).code).toBe(137);
});

test('an unknown command is refused with the way to call it', async () => {
  expect(await launch(['frobnicate'])).toMatchObject({ code: 2, stdout: '' });
  expect(await launch(['constructor'])).toMatchObject({ code: 2, stdout: '' });
});

test('the fingerprint of the page follows names and contents, not tests', () => {
  const before = inputsHash(root);
  writeFileSync(join(root, 'src/web/page.test.ts'), '');
  expect(inputsHash(root)).toBe(before);
  writeFileSync(join(root, 'src/web/other.ts'), '');
  const added = inputsHash(root);
  expect(added).not.toBe(before);
  writeFileSync(join(root, 'src/web/page.ts'), 'export { };');
  expect(inputsHash(root)).not.toBe(added);
});
