import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { openDemo } from '#server/app/demo/open-demo.ts';
import type { SignInLink } from '#server/app/demo/sign-in-links.ts';
import { serve } from '#server/app/serve.ts';
import { readSettings } from '#server/app/settings.ts';
import { findBrowser } from '../gates/browser.ts';
import { phone } from './look-at.ts';
import { choose, itemsIn, question } from './questions.ts';

const root = join(import.meta.dirname, '..');
const images = join(root, 'docs/images');
const say = (line: string) => console.log(line);
const imageOf = (name: string) => join(images, `${name}.png`);

async function take(page: Page, name: string): Promise<void> {
  await page.evaluate('document.fonts.ready');
  await page.screenshot({ path: imageOf(name), animations: 'disabled' });
  say(`docs/images/${name}.png`);
}

async function takeSelfCheck(browser: Browser, url: string): Promise<void> {
  const context = await browser.newContext({ baseURL: url, locale: 'ja-JP', viewport: { width: 1366, height: 768 } });
  const page = await context.newPage();
  await page.goto('/');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await take(page, 'top');
  await page.goto('/self-check');
  await page.getByRole('button', { name: /^診療所/ }).click();
  for (const [place, { text }] of itemsIn('small-facility').entries()) {
    await choose(question(page, text), new RegExp(`^${(place * 5 + 2) % 4}`));
  }
  await page.goto('/self-check/result');
  await page.setViewportSize(phone);
  await page.getByRole('region', { name: 'まとめ' }).waitFor();
  await take(page, 'self-check-phone');
  await context.close();
}

async function takeReport(page: Page, resultUrl: string): Promise<void> {
  const response = await page.request.get(resultUrl.replace('/facilities/', '/api/v1/facilities/').replace(/result$/, 'report'));
  if (!response.ok()) throw new Error(`the report answered ${response.status()}`);
  const onePage = ['-png', '-r', '72', '-f', '2', '-l', '2', '-singlefile'];
  execFileSync('pdftoppm', [...onePage, '-', imageOf('report').replace(/\.png$/, '')], { input: await response.body() });
  say('docs/images/report.png');
}

async function takeHospital(browser: Browser, url: string, links: readonly SignInLink[]): Promise<void> {
  const link = links.find(({ role }) => role === '同規模と比べられる病院の担当者');
  if (!link) throw new Error('the region has no such person');
  const context = await browser.newContext({ baseURL: url, locale: 'ja-JP', viewport: { width: 1366, height: 768 } });
  const page = await context.newPage();
  await page.goto(link.path);
  await page.getByRole('heading', { name: '次にすること' }).waitFor();
  await take(page, 'home');
  await page.getByRole('link', { name: '自己点検' }).first().click();
  await page.getByRole('heading', { name: /年度の自己点検$/ }).waitFor();
  await take(page, 'runs');
  await context.close();
}

async function main(): Promise<void> {
  const browserPath = await findBrowser();
  if (!browserPath) throw new Error('ブラウザーがありません。CHROMIUM_PATH で場所を指定してください。');
  const dataDir = await mkdtemp(join(tmpdir(), 'mamori-screenshots-'));
  const env = { ...process.env, PORT: '0', MAMORI_DATA_DIR: dataDir };
  const running = await serve(readSettings(env, { demo: true, root }), root, say);
  const browser = await chromium.launch({ executablePath: browserPath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
  try {
    await mkdir(images, { recursive: true });
    const links = await openDemo({ db: running.db, now: new Date(), say });
    await takeSelfCheck(browser, running.url);
    await takeHospital(browser, running.url, links);
  } finally {
    await browser.close();
    await running.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

await main();
