import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, type Page, test } from '@playwright/test';

export const phone = { width: 390, height: 844 };

/** Width in px by which the page is wider than its window. */
const overhang = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
/** Names of tables that are cut off at the right on a phone: what stands there is seen by nobody who does not guess it. */
const cutTables = `[...document.querySelectorAll('section:has(> table)')]
  .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
  .map((section) => section.getAttribute('aria-label'))`;
const length = 'document.documentElement.scrollHeight';

/** Address patterns of the page shown and of all pages there are, as the router of the client has them. */
const patterns = `'__TSR_ROUTER__' in self ? {
  shown: __TSR_ROUTER__.state.matches.at(-1).fullPath,
  all: Object.keys(__TSR_ROUTER__.routesByPath),
} : null`;
/** Whether the client is on its way to a page: what stands there till then is the page before. */
const underWay = `'__TSR_ROUTER__' in self && __TSR_ROUTER__.state.status === 'pending'`;
/** Folder for a picture of every look, at a desk and on a phone. */
const pictures = process.env.MAMORI_SHOTS;
let looks = 0;

async function picture(page: Page, where: string): Promise<void> {
  if (!pictures) return;
  const name = [test.info().titlePath[0], test.info().line, looks, where].join('-').replaceAll(/[^\w.-]+/g, '-');
  await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true, animations: 'disabled' });
}

/** Leaves in the report of the run which page was looked at, if it is one of ours; `gates/journeys.ts` misses the others. */
async function note(page: Page): Promise<void> {
  const found = await page.evaluate<{ shown: string; all: string[] } | null>(patterns);
  if (!found) return;
  const { shown, all } = found;
  const { annotations } = test.info();
  annotations.push({ type: 'looked', description: shown.replace(/(.)\/$/, '$1') });
  if (looks === 0) annotations.push(...all.map((description) => ({ type: 'page', description })));
  looks += 1;
}

/** Without what only people read: half the size, and every page looked at reads it. */
const axe = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

/** What axe finds: the rule, where, and the element. */
const faults = `axe.run({ resultTypes: ['violations'] }).then(({ violations }) =>
  violations.flatMap(({ id, nodes }) => nodes.map(({ target, html }) => id + ': ' + target + ' ' + html)))`;

/** Brings what fades or moves to its end: half-way a colour is neither of the two. */
const settle = `document.getAnimations()
  .filter((one) => one.effect.getComputedTiming().endTime !== Infinity)
  .forEach((one) => one.finish())`;

async function standsAxe(page: Page): Promise<void> {
  await page.evaluate(settle);
  // Reading axe takes a page longer than what axe does there.
  if (!(await page.evaluate<boolean>(`'axe' in self`))) await page.evaluate(axe);
  const found = await page.evaluate<string[]>(faults);
  expect(found, `axe on ${page.url()} at ${page.viewportSize()?.width} px`).toEqual([]);
}

async function fitsPhone(page: Page): Promise<void> {
  await page.setViewportSize(phone);
  await expect(async () => {
    expect(await page.evaluate(overhang), `${page.url()} is wider than a phone`).toBe(0);
    expect(await page.evaluate(cutTables), `tables of ${page.url()} are wider than a phone`).toEqual([]);
  }).toPass({ timeout: 3_000 });
}

/** On a phone as long as the page: what a bar covers before one scrolls is not judged by its size. */
async function standsAxeOnPhone(page: Page): Promise<void> {
  const height = Math.max(phone.height, await page.evaluate<number>(length));
  await page.setViewportSize({ ...phone, height });
  await standsAxe(page);
}

/** What every page has to stand: axe finds nothing at a desk or on a phone, one heading names it, a phone shows its whole width. */
export async function lookAt(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(underWay)).toBe(false);
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  await note(page);
  const before = page.viewportSize();
  await standsAxe(page);
  await picture(page, 'desk');
  await fitsPhone(page);
  await picture(page, 'phone');
  await standsAxeOnPhone(page);
  if (before) await page.setViewportSize(before);
}
