import type { Page } from '@playwright/test';

export type Printed = { readonly pages: number; readonly bytes: number };

/** The page as the browser prints it. */
export async function printed(page: Page): Promise<Printed> {
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  return { pages: pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0, bytes: pdf.length };
}
