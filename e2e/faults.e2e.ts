import type { Page, Route } from '@playwright/test';
import { expect, test } from './journey.ts';
import { lookAt } from './look-at.ts';
import { type Facility, join, openFacility } from './people.ts';

const hospital = { name: 'みなと病院', type: 'hospital', beds: 120 } as const;
const log = '**/api/v1/facilities/*/activity*';

/** Opens the first page of a facility, on which nothing has failed yet. */
async function come(page: Page, { id }: Facility): Promise<void> {
  await page.goto(`/facilities/${id}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

const named = (page: Page, name: string) => expect(page.getByRole('heading', { level: 1, name })).toBeVisible();

/** Goes to the activity log of the facility by the menu. */
async function goOn(page: Page): Promise<void> {
  await page.getByRole('link', { name: '操作の記録' }).first().click();
}

const failures = [
  { what: 'the server cannot be asked for', heading: 'つながりません', fail: (route: Route) => route.abort() },
  {
    what: 'the server fails at',
    heading: 'このページを開けませんでした',
    fail: (route: Route) => route.fulfill({ status: 500, contentType: 'application/json', body: '{}' }),
  },
];
for (const { what, heading, fail } of failures) {
  test(`a page ${what} says so in its place, and opens once that is over`, async ({ open, administrator }) => {
    const facility = await openFacility(administrator, hospital);
    const page = await open(facility.administrator);
    await come(page, facility);
    await page.route(log, fail);
    await goOn(page);
    await named(page, heading);
    await lookAt(page);
    await page.unroute(log);
    await page.getByRole('button', { name: 'もう一度開く' }).click();
    await named(page, '操作の記録');
  });
}

test('a page of a Mamori made new meanwhile is loaded anew', async ({ open, administrator }) => {
  const page = await open(administrator);
  const old = '**/assets/AccountPage-*.js';
  await page.route(old, (route) => route.fulfill({ status: 404, body: '' }));
  await page.goto('/account');
  await named(page, '新しい版になりました');
  await lookAt(page);
  await page.unroute(old);
  await page.getByRole('button', { name: 'もう一度開く' }).click();
  await named(page, '自分のアカウント');
});

test('a page that is not for the role says whom to ask', async ({ open, administrator }) => {
  const facility = await openFacility(administrator, hospital);
  const page = await open(await join(facility, '病棟 光', ['staff']));
  await page.goto(`/facilities/${facility.id}/activity`);
  await named(page, 'このページは、あなたの役割では見られません');
  await lookAt(page);
});
