import type { Page } from '@playwright/test';
import { openRun } from '#server/app/testing/installation.ts';
import { expect, type Mamori, test } from './journey.ts';
import { lookAt } from './look-at.ts';
import { openOrganisation } from './organisations.ts';
import { join, openFacility, setUpAdministrator } from './people.ts';

/** Opens a page on which nothing is yet, which says so. */
async function findEmpty(page: Page, path: string, words: string | RegExp): Promise<void> {
  await page.goto(path);
  await expect(page.getByText(words).first()).toBeVisible();
  await lookAt(page);
}

const setUp = ({ url, setupLink }: Mamori) => setUpAdministrator(url, setupLink ?? '');

test('whoever runs Mamori finds on the first day what is missing and where to begin', async ({ open, freshMamori }) => {
  const administrator = await setUp(freshMamori);
  const page = await open(administrator, freshMamori);
  await findEmpty(page, '/facilities', 'まだどの施設にも加わっていません');
  await expect(page.getByRole('link', { name: 'まもり全体の管理を開く' })).toBeVisible();
  await findEmpty(page, '/admin/register', '台帳はまだ空です');
  await findEmpty(page, '/admin/organisations', 'まだ組織がありません');
  const prefecture = { kind: 'prefecture', name: '神奈川県 推進室', prefecture: 14 } as const;
  const office = await openOrganisation(administrator, prefecture);
  const officer = await open(office.administrator, freshMamori);
  await findEmpty(officer, `/organisations/${office.id}`, '台帳に施設がありません');
  await findEmpty(page, `/admin/organisations/${office.id}/sso`, '神奈川県 推進室の認証基盤');
});

test('an organisation without facilities is told how they come', async ({ administrator, open }) => {
  const network = await openOrganisation(administrator, { kind: 'network', name: '島地域連携', prefecture: null });
  const page = await open(network.administrator);
  const home = `/organisations/${network.id}`;
  await findEmpty(page, home, '支援する施設はまだありません');
  await findEmpty(page, `${home}/region`, '参加している施設はまだありません');
  await findEmpty(page, `${home}/members`, '組織 理事子');
  await findEmpty(page, `${home}/sso`, 'この組織の認証基盤はまだ登録されていません');
  await findEmpty(page, `${home}/find`, '施設を探す');
  await page.getByLabel('施設の名前').fill('どこにもない名前');
  await page.getByRole('button', { name: '探す' }).click();
  await expect(page.getByText('当てはまる施設がありません。名前の一部で探してください。')).toBeVisible();
  await lookAt(page);
});

test('a facility on its first day is told on every page what will stand there', async ({ administrator, open }) => {
  const facility = await openFacility(administrator, { name: 'みなと病院', type: 'hospital', beds: 120 });
  const staff = await join(facility, '病棟 光', ['staff']);
  const page = await open(facility.administrator);
  const home = `/facilities/${facility.id}`;
  await findEmpty(page, `${home}/runs`, '前の年度の点検はまだありません');
  await findEmpty(page, `${home}/support`, '今、この施設を支援している組織はありません');
  await findEmpty(page, `${home}/tokens`, 'アクセスキーはまだありません');
  await findEmpty(page, `${home}/activity?to=2020-01-01`, '当てはまる記録がありません');
  const run = await openRun(facility.administrator.caller, facility.id, 'hospital');
  await findEmpty(page, `${run}/result`, 'まだ一つも答えていません');
  const theirs = await open(staff);
  await findEmpty(theirs, home, 'あなたの担当');
  await findEmpty(theirs, run, 'あなたの担当の分野は、まだありません');
});
