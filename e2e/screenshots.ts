import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from '@playwright/test';
import { openDemo } from '#server/app/demo/open-demo.ts';
import type { SignInLink } from '#server/app/demo/sign-in-links.ts';
import { serve } from '#server/app/serve.ts';
import { readSettings } from '#server/app/settings.ts';
import { isBuilt } from '../bin/build.mjs';
import { findBrowser } from '../gates/browser.ts';
import { phone } from './look-at.ts';
import { choose, itemsIn, question } from './questions.ts';

type Region = { readonly browser: Browser; readonly url: string; readonly links: readonly SignInLink[] };

const root = join(import.meta.dirname, '..');
const images = join(root, 'docs/images');
const desk: BrowserContextOptions = { viewport: { width: 1366, height: 768 } };
/** Room for the whole radar, drawn smaller. */
const tallDesk: BrowserContextOptions = { viewport: { width: 1366, height: 1090 }, deviceScaleFactor: 0.8 };
const say = (line: string) => console.log(line);

async function open({ browser, url }: Region, path: string, look = desk): Promise<Page> {
  const context = await browser.newContext({ ...look, baseURL: url, locale: 'ja-JP', reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(path);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

/** Comes in as the person of the demo who is listed under these words. */
function enter(region: Region, role: string, look = desk): Promise<Page> {
  const link = region.links.find((one) => one.role === role);
  if (!link) throw new Error(`nobody in the region is ${role}`);
  return open(region, link.path, look);
}

/** What has the focus because the page was opened is shown as if nobody had pressed a key yet. */
async function take(page: Page, name: string): Promise<void> {
  await page.evaluate('document.activeElement.blur()');
  await page.evaluate('document.fonts.ready.then(() => undefined)');
  await page.screenshot({ path: join(images, `${name}.png`), animations: 'disabled' });
  say(`docs/images/${name}.png`);
}

async function takeSelfCheck(region: Region): Promise<void> {
  const page = await open(region, '/self-check');
  await page.getByRole('button', { name: /^診療所/ }).click();
  for (const [place, { text }] of itemsIn('small-facility').entries()) {
    await choose(question(page, text), new RegExp(`^${(place * 5 + 2) % 4}`));
  }
  await page.goto('/self-check/result');
  await page.setViewportSize(phone);
  await page.getByRole('region', { name: 'まとめ' }).waitFor();
  await take(page, 'self-check-on-a-phone');
}

async function takeHome(region: Region): Promise<void> {
  const page = await enter(region, '一人ですべてを担う担当者');
  await page.getByRole('heading', { name: '次にすること' }).waitFor();
  await take(page, 'home');
}

async function takeAnswering(region: Region): Promise<void> {
  const page = await enter(region, '一人ですべてを担う担当者');
  await page.getByRole('link', { name: '自己点検' }).first().click();
  await page.getByRole('region', { name: '病院システム' }).getByRole('link', { name: '続きを答える' }).click();
  await page.getByRole('radio').first().waitFor();
  await take(page, 'answering');
}

/** The page for the board as it is printed, drawn by poppler. */
async function takeReport(page: Page): Promise<void> {
  const address = page
    .url()
    .replace('/facilities/', '/api/v1/facilities/')
    .replace(/result$/, 'report.pdf');
  const response = await page.request.get(address);
  if (!response.ok()) throw new Error(`the report answered ${response.status()}`);
  const boardPage = ['-png', '-r', '80', '-f', '2', '-singlefile', '-', join(images, 'report')];
  execFileSync('pdftoppm', boardPage, { input: await response.body() });
  say('docs/images/report.png');
}

async function takeResult(region: Region): Promise<void> {
  const page = await enter(region, '同規模と比べられる病院の担当者', tallDesk);
  await page.getByRole('link', { name: '自己点検' }).first().click();
  await page.getByRole('link', { name: '結果を見る' }).first().click();
  await page.getByRole('region', { name: 'まとめ' }).waitFor();
  await take(page, 'result');
  await takeReport(page);
}

async function takeAll(region: Region): Promise<void> {
  await mkdir(images, { recursive: true });
  await take(await open(region, '/'), 'top');
  await takeSelfCheck(region);
  await takeHome(region);
  await takeAnswering(region);
  await takeResult(region);
}

async function openBrowser(): Promise<Browser> {
  const executablePath = await findBrowser();
  if (!executablePath) throw new Error('ブラウザがありません。CHROMIUM_PATH で場所を指定してください。');
  return chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
}

/** Fills the fictional region in a folder that is gone afterwards. */
async function inRegion(use: (region: Omit<Region, 'browser'>) => Promise<void>): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'mamori-screenshots-'));
  const env = {
    ...process.env,
    PORT: '0',
    HOST: '',
    DATABASE_URL: '',
    MAMORI_PUBLIC_URL: '',
    MAMORI_DATA_DIR: dataDir,
  };
  try {
    const running = await serve(readSettings(env, { demo: true, root }), root, say);
    try {
      await use({ url: running.url, links: await openDemo({ db: running.db, now: new Date(), say }) });
    } finally {
      await running.stop();
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

if (!isBuilt(root))
  throw new Error('画面が今のコードから組み立てられていません。npm start か npm test が組み立てます。');
const browser = await openBrowser();
try {
  await inRegion((region) => takeAll({ ...region, browser }));
} finally {
  await browser.close();
}
