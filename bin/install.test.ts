import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { missingPackages, neededPackages } from './install.mjs';
import { thisMachine } from './machine.mjs';

const linux = { os: 'linux', cpu: 'x64', libc: 'glibc' };
const packages = {
  '': {
    dependencies: { app: '1' },
    devDependencies: { tool: '1' },
    optionalDependencies: { native: '1', 'native-mac': '1' },
  },
  'node_modules/app': {
    version: '1.0.0',
    integrity: 'sha512-a',
    dependencies: { part: '1' },
    peerDependencies: { peer: '1' },
  },
  'node_modules/app/node_modules/part': { version: '1.0.0', integrity: 'sha512-b' },
  'node_modules/part': { version: '2.0.0', integrity: 'sha512-c' },
  'node_modules/peer': { version: '1.0.0', integrity: 'sha512-d' },
  'node_modules/tool': { version: '1.0.0', integrity: 'sha512-e', optionalDependencies: { wasm: '1', musl: '1' } },
  'node_modules/native': { version: '1.0.0', integrity: 'sha512-f', os: 'linux', cpu: ['x64'], libc: ['glibc'] },
  'node_modules/native-mac': { version: '1.0.0', integrity: 'sha512-g', os: ['darwin'] },
  'node_modules/musl': { version: '1.0.0', integrity: 'sha512-h', os: ['linux'], libc: ['musl'] },
  'node_modules/wasm': { version: '1.0.0', integrity: 'sha512-i', cpu: ['wasm32'], dependencies: { runtime: '1' } },
  'node_modules/runtime': { version: '1.0.0', integrity: 'sha512-j' },
};
const onLinux = ['app', 'tool', 'native', 'app/node_modules/part', 'peer'].map((name) => `node_modules/${name}`);

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'mamori-install-'));
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages }));
});
afterEach(() => rmSync(root, { recursive: true }));

function npmInstalled(change: Record<string, object> = {}) {
  const installed = Object.fromEntries(onLinux.map((path) => [path, Reflect.get(packages, path)]));
  for (const path of onLinux) {
    mkdirSync(join(root, path), { recursive: true });
    writeFileSync(join(root, path, 'package.json'), '{}');
  }
  writeFileSync(
    join(root, 'node_modules/.package-lock.json'),
    JSON.stringify({ packages: { ...installed, ...change } }),
  );
}

test('what belongs on a machine leaves out other machines and what only they need', () => {
  expect(neededPackages(packages, linux).sort()).toEqual([...onLinux].sort());
  expect(neededPackages(packages, { os: 'darwin', cpu: 'arm64' })).toContain('node_modules/native-mac');
});

test("the repository's own lockfile is installed here as npm says", () => {
  const home = join(import.meta.dirname, '..');
  const { packages: installed } = JSON.parse(readFileSync(join(home, 'node_modules/.package-lock.json'), 'utf8'));
  expect(missingPackages(home)).toEqual([]);
  const { packages: locked } = JSON.parse(readFileSync(join(home, 'package-lock.json'), 'utf8'));
  expect(neededPackages(locked, thisMachine()).sort()).toEqual(Object.keys(installed).sort());
});

test('before the first install everything is missing', () => {
  expect(missingPackages(root, linux).sort()).toEqual([...onLinux].sort());
});

test('an install that matches the lockfile needs nothing', () => {
  npmInstalled();
  expect(missingPackages(root, linux)).toEqual([]);
});

test('another version or content, or a folder somebody removed, is named', () => {
  npmInstalled({ 'node_modules/peer': { version: '0.9.0', integrity: 'sha512-d' } });
  expect(missingPackages(root, linux)).toEqual(['node_modules/peer']);
  npmInstalled({ 'node_modules/tool': { version: '1.0.0', integrity: 'sha512-other' } });
  expect(missingPackages(root, linux)).toEqual(['node_modules/tool']);
  npmInstalled();
  rmSync(join(root, 'node_modules/app/node_modules/part'), { recursive: true });
  expect(missingPackages(root, linux)).toEqual(['node_modules/app/node_modules/part']);
});

test('a lockfile that knows no checksum of a package is content with its version', () => {
  npmInstalled();
  const bare = { ...packages, 'node_modules/peer': { version: '1.0.0' } };
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages: bare }));
  expect(missingPackages(root, linux)).toEqual([]);
});

test('a folder copied from another machine lacks the parts of this one', () => {
  npmInstalled();
  expect(missingPackages(root, { os: 'darwin', cpu: 'arm64' })).toEqual(['node_modules/native-mac']);
});
