import type { Page } from '@playwright/test';
import { expect, test } from './journey.ts';
import { lookAt, phone } from './look-at.ts';
import { invite, join, joinToo, openFacility } from './people.ts';

const hospital = { name: 'みなと病院', type: 'hospital', beds: 120 } as const;
const clinic = { name: 'みなと訪問クリニック', type: 'clinic', beds: 0 } as const;

async function chooseClinic(page: Page): Promise<void> {
  await page.goto('/facilities');
  await expect(page.getByRole('heading', { name: '施設を選ぶ' })).toBeVisible();
  const doors = page.getByRole('main').getByRole('listitem');
  await expect(doors).toHaveText(['みなと病院企画管理者', 'みなと訪問クリニック医療情報システム安全管理責任者']);
  await lookAt(page);
  await doors.getByRole('link', { name: 'みなと訪問クリニック' }).click();
  await expect(page.getByRole('heading', { name: /年度の流れ$/ })).toBeVisible();
}

test('a person of two facilities finds both in the list, at a desk and on a phone, and opens one', async ({
  open,
  mamori,
  administrator,
}) => {
  const [first, second] = [await openFacility(administrator, hospital), await openFacility(administrator, clinic)];
  const person = await join(first, '企画 進', ['planner']);
  await joinToo(second, person, ['safety-manager']);
  for (const look of [{}, { viewport: phone, hasTouch: true }]) {
    const page = await open(person, mamori, look);
    await chooseClinic(page);
    expect(new URL(page.url()).pathname).toBe(`/facilities/${second.id}`);
    await page.getByRole('button', { name: /^施設：\s*みなと訪問クリニック$/ }).click();
    await page.getByRole('list', { name: '施設を切り替える' }).getByRole('link', { name: 'みなと病院' }).click();
    await expect(page).toHaveURL(new RegExp(`/facilities/${first.id}$`));
  }
});

test('somebody signed in who accepts an invitation comes to the facility just joined, also among three of one name', async ({
  open,
  administrator,
}) => {
  const own = await openFacility(administrator, hospital);
  const person = await join(own, '企画 進', ['planner']);
  const page = await open(person);
  await page.goto(`/facilities/${own.id}`);
  await expect(page.getByRole('heading', { name: /年度の流れ$/ })).toBeVisible();
  const others = [
    await openFacility(administrator, { ...hospital, address: '川崎市川崎区1丁目' }),
    await openFacility(administrator, { ...hospital, address: '横須賀市1丁目' }),
  ];
  for (const other of others) {
    await page.goto(await invite(other, '企画 進', ['operator']));
    await expect(page.getByRole('heading', { name: '企画 進さんとしてサインイン中です' })).toBeVisible();
    await lookAt(page);
    await page.getByRole('button', { name: 'このアカウントで加わる' }).click();
    await expect(page.getByRole('heading', { name: /年度の流れ$/ })).toBeVisible();
    expect(new URL(page.url()).pathname).toBe(`/facilities/${other.id}`);
  }
  await page.getByRole('button', { name: /^施設：\s*みなと病院（横須賀市）$/ }).click();
  const switched = page.getByRole('list', { name: '施設を切り替える' }).getByRole('link');
  await expect(switched).toHaveText(['みなと病院（川崎市川崎区）', 'みなと病院（横浜市中区）']);
  await page.setViewportSize({ width: 390, height: 844 });
  const [doors, menu] = [page.getByRole('button', { name: /^施設：/ }), page.getByRole('button', { name: /企画 進/ })];
  const [left, right] = [await doors.boundingBox(), await menu.boundingBox()];
  expect((left?.x ?? 0) + (left?.width ?? 0)).toBeLessThanOrEqual(right?.x ?? 0);
  await lookAt(page);
});
