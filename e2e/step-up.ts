import type { Page } from '@playwright/test';

/** Answers the next call of an address as the server does ten minutes after the person proved to be there. */
export async function refuseOnce(page: Page, address: string): Promise<void> {
  const body = { defined: true, code: 'step-up-required', status: 403, message: 'まだ何も変わっていません。' };
  await page.route(address, (route) => route.fulfill({ status: 403, json: body }), { times: 1 });
}
