import type { Page, Route } from '@playwright/test';

/** Answers the next call of an address as the server does ten minutes after the person proved to be there. */
export async function refuseOnce(page: Page, address: string): Promise<void> {
  const body = { defined: true, code: 'step-up-required', status: 403, message: 'まだ何も変わっていません。' };
  await page.route(address, (route) => route.fulfill({ status: 403, json: body }), { times: 1 });
}

/** Holds the next call of an address back with the cookies it left with, until it is let go. */
export async function holdOnce(page: Page, address: string): Promise<{ left: Promise<void>; letGo: () => void }> {
  const [left, free] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  const hold = async (route: Route) => {
    left.resolve();
    await free.promise;
    const reply = await fetch(route.request().url(), { headers: { cookie } });
    await route.fulfill({ status: reply.status, contentType: 'application/json', body: await reply.text() });
  };
  await page.route(address, hold, { times: 1 });
  return { left: left.promise, letGo: free.resolve };
}
