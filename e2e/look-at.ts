import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

export const phone = { width: 390, height: 844 };

/** Width in px by which the page is wider than its window. */
const overhang = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';

async function fitsPhone(page: Page): Promise<void> {
  const before = page.viewportSize();
  await page.setViewportSize(phone);
  await expect(async () => {
    expect(await page.evaluate(overhang), `${page.url()} is wider than a phone`).toBe(0);
  }).toPass({ timeout: 3_000 });
  if (before) await page.setViewportSize(before);
}

/** What every page has to stand: axe finds nothing, one heading names it, a phone shows its whole width. */
export async function lookAt(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.flatMap(({ id, nodes }) => nodes.map(({ target, html }) => `${id}: ${target} ${html}`));
  expect(found, `axe on ${page.url()}`).toEqual([]);
  await fitsPhone(page);
}
