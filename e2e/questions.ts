import type { Locator, Page } from '@playwright/test';
import { latestSheet } from '#core/catalogue/catalogue.ts';
import { type Item, itemsOf, type SheetId } from '#core/catalogue/sheet.ts';
import { loadCatalogue } from '#server/catalogue/index.ts';
import type { Person } from './people.ts';

const catalogue = loadCatalogue();

/** The items of a sheet in the order people answer them. */
export function itemsIn(sheetId: SheetId): readonly Item[] {
  const sheet = latestSheet(catalogue, sheetId);
  if (!sheet) throw new Error(`no sheet ${sheetId}`);
  return itemsOf(sheet);
}

export function question(page: Page, text: string): Locator {
  return page.getByRole('article', { name: text, exact: true });
}

/** Chooses one of the answers of a question, as the space bar does. */
export async function choose(card: Locator, answer: string | RegExp): Promise<void> {
  await card.getByRole('radio', { name: answer }).press('Space');
}

/** Holds what this page saves on its way, until it is let go. */
export async function holdSaving(page: Page): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.route('**/answers/*', async (route) => {
    await promise;
    await route.continue();
  });
  return resolve;
}

type Given = { readonly value: string; readonly note?: string };

/** Answers items of a run without the web, on top of what stands there. */
export async function answerByApi(
  { caller }: Person,
  run: string,
  sheetId: SheetId,
  valueOf: (item: Item) => Given | undefined,
): Promise<void> {
  const { answers } = await caller.call('GET', run);
  const revisions = new Map<string, number>(
    answers.map(({ itemId, revision }: { itemId: string; revision: number }) => [itemId, revision]),
  );
  for (const item of itemsIn(sheetId)) {
    const given = valueOf(item);
    const revision = revisions.get(item.id) ?? 0;
    if (given) await caller.call('PUT', `${run}/answers/${item.id}`, { note: '', ...given, revision });
  }
}
