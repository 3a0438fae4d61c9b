import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';
import { follow, followTool } from './command.ts';

/** The shell is Chromium without windows and menus around a page, as Playwright's own download is: a third less work for a journey. */
const shell = 'chromium-headless-shell';
const names = [
  shell,
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
];
const macPlaces = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function installedBrowser(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const places = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...places, ...macPlaces, chromium.executablePath()].find(isProgram);
}

export function isDebian(): boolean {
  const release = '/etc/os-release';
  return existsSync(release) && /^ID=debian$/m.test(readFileSync(release, 'utf8'));
}

async function installFromDebian(): Promise<string | undefined> {
  console.error('ブラウザーが見つからないため、apt-get で chromium を入れます（数分かかります）。');
  const how = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, stdout: 2 } as const;
  await follow('apt-get', ['update'], how);
  await follow('apt-get', ['install', '-y', 'chromium', shell], how);
  return installedBrowser();
}

async function installFromPlaywright(): Promise<string | undefined> {
  console.error('ブラウザーが見つからないため、Playwright の Chromium を取り寄せます（数分かかります）。');
  await followTool('playwright', ['install', 'chromium'], { stdout: 2 });
  return installedBrowser();
}

/** The browser of the journeys: the one named, one found, Debian's, Playwright's own; undefined when none could be had. Says on stderr what it does. */
export async function findBrowser(): Promise<string | undefined> {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (isProgram(named)) return named;
    console.error(
      `CHROMIUM_PATH の ${named} を実行できません。正しい場所を指定するか、CHROMIUM_PATH を外してください。`,
    );
    return undefined;
  }
  const fromDebian = () => (isDebian() && process.getuid?.() === 0 ? installFromDebian() : undefined);
  return installedBrowser() ?? (await fromDebian()) ?? (await installFromPlaywright());
}
