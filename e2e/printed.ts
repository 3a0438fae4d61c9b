import type { Page } from '@playwright/test';
import { pdfPages } from '#server/platform/documents/testing/pdf-text.ts';

export type Printed = {
  readonly pages: number;
  readonly bytes: number;
  /** What stands on each page, without any white space: a line may break anywhere. */
  readonly text: readonly string[];
};

/** Words as `Printed` holds them; one dot is drawn for ・ and ‧ alike. */
export const closedUp = (words: string) => words.normalize('NFKC').replace(/\s/g, '').replaceAll('‧', '・');

/** The page as the browser prints it. */
export async function printed(page: Page): Promise<Printed> {
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true });
  const text = (await pdfPages(pdf)).map((one) => closedUp(one.text));
  return { pages: text.length, bytes: pdf.length, text };
}
