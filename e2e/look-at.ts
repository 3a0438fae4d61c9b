import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

export const phone = { width: 390, height: 844 };

/** Width in px by which the page is wider than its window. */
const overhang = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
const length = 'document.documentElement.scrollHeight';

async function standsAxe(page: Page): Promise<void> {
  // The legacy mode only leaves out frames of other sites, of which no page has any, and takes half the time.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  const found = violations.flatMap(({ id, nodes }) => nodes.map(({ target, html }) => `${id}: ${target} ${html}`));
  expect(found, `axe on ${page.url()} at ${page.viewportSize()?.width} px`).toEqual([]);
}

async function fitsPhone(page: Page): Promise<void> {
  await page.setViewportSize(phone);
  await expect(async () => {
    expect(await page.evaluate(overhang), `${page.url()} is wider than a phone`).toBe(0);
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
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  const before = page.viewportSize();
  await standsAxe(page);
  await fitsPhone(page);
  await standsAxeOnPhone(page);
  if (before) await page.setViewportSize(before);
}
