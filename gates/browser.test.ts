import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isDebian } from './browser.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mamori-browser-'));
  mkdirSync(join(folder, 'bin'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function program(name: string, script = ''): string {
  const path = join(folder, 'bin', name);
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  return path;
}

/** What is found on a machine that has the programs of this test alone, and nothing to download from. */
function found(env: NodeJS.ProcessEnv = {}): { browser: string; said: string } {
  const script = `import { findBrowser } from ${JSON.stringify(join(import.meta.dirname, 'browser.ts'))};
    console.log(await findBrowser());`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
    env: {
      PATH: join(folder, 'bin'),
      HOME: folder,
      PLAYWRIGHT_BROWSERS_PATH: join(folder, 'browsers'),
      PLAYWRIGHT_DOWNLOAD_HOST: 'http://127.0.0.1:9',
      ...env,
    },
  });
  return { browser: stdout.trim(), said: stderr };
}

test('the browser that CHROMIUM_PATH names goes before one that is found', () => {
  program('chromium');
  const named = program('my-browser');
  expect(found({ CHROMIUM_PATH: named })).toMatchObject({ browser: named, said: '' });
});

test('a CHROMIUM_PATH that cannot be run is said, and nothing is taken in its place', () => {
  program('chromium');
  const { browser, said } = found({ CHROMIUM_PATH: join(folder, 'nothing') });
  expect(browser).toBe('undefined');
  expect(said).toContain('を実行できません');
});

test('one that is found goes before installing any', () => {
  const there = program('chromium');
  program('apt-get', 'exit 1');
  expect(found()).toMatchObject({ browser: there, said: '' });
});

test('where there is none, it is said what is installed from where, Debian first where we may, Playwright last', () => {
  const place = join(folder, 'bin', 'chromium');
  const apt = `[ "$1" = install ] && [ ! -e ${folder}/closed ] && /bin/cp ${program('ready')} ${place}; exit 0`;
  program('apt-get', apt);
  const debian = isDebian() && process.getuid?.() === 0;
  const words = debian ? 'apt-get で chromium を入れます' : 'Playwright の Chromium を取り寄せます';
  const first = found();
  expect(first.said).toContain(words);
  expect(first.browser).toBe(debian ? place : 'undefined');

  rmSync(place, { force: true });
  writeFileSync(join(folder, 'closed'), '');
  const { browser, said } = found();
  expect(browser).toBe('undefined');
  expect(said).toContain('Playwright の Chromium を取り寄せます');
  expect(said.includes('apt-get で')).toBe(debian);
}, 60_000);
