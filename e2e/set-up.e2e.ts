import type { Page } from '@playwright/test';
import { madeRegister } from '#server/organisation/testing/made-register.ts';
import { copied, enrol, introduce, signIn, signOut } from './doors.ts';
import { expect, test } from './journey.ts';
import { lookAt } from './look-at.ts';

const password = 'ながいながいパスワード';
const register = madeRegister({ rows: 300, repeats: 4, privateUse: 3, seed: 7 });

async function importRegister(page: Page): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'ファイルを選んで取り込む' }).click();
  await (await chooser).setFiles({ name: '台帳.csv', mimeType: 'text/csv', buffer: Buffer.from(register) });
}

async function invite(page: Page, name: string, role: RegExp): Promise<string> {
  await expect(page.getByRole('heading', { name: '人を招く' })).toBeVisible();
  await page.getByLabel('招く人の氏名').fill(name);
  await page.getByRole('checkbox', { name: role }).press('Space');
  await page.getByRole('button', { name: '招待リンクを作る' }).click();
  await expect(page.getByRole('heading', { name: `${name}さんへの招待リンク` })).toBeVisible();
  return copied(page, 'リンクを写す');
}

test('from the set-up link to a hospital whose people are at work', async ({ open, freshMamori }) => {
  const page = await open(undefined, freshMamori);
  await page.goto(freshMamori.setupLink ?? '');
  await expect(page.getByRole('heading', { name: 'まもりを始める' })).toBeVisible();
  expect(page.url()).toBe(`${freshMamori.url}/setup`);
  await lookAt(page);
  await page.getByRole('button', { name: '登録して次へ' }).click();
  await expect(page.getByLabel('氏名')).toBeFocused();
  await lookAt(page);
  await introduce(page, { name: '台帳 管理子', email: 'system@example.jp', password });
  await lookAt(page);
  await page.getByRole('button', { name: '登録して次へ' }).click();
  await enrol(page);

  await expect(page.getByRole('heading', { name: 'まもり全体の管理' })).toBeVisible();
  await lookAt(page);
  await page.getByRole('link', { name: '台帳を取り込む' }).first().click();
  await expect(page.getByRole('heading', { name: '台帳を取り込む' })).toBeVisible();
  await lookAt(page);
  await importRegister(page);
  await expect(page.getByText('取り込みました（台帳の施設は296件）')).toBeVisible();
  await lookAt(page);
  await importRegister(page);
  await expect(page.getByRole('link', { name: '台帳.csv' })).toHaveCount(2);
  await expect(page.getByText('変わらない施設')).toBeVisible();

  await page.getByRole('link', { name: '施設台帳' }).first().click();
  await expect(page.getByRole('heading', { name: '施設台帳' })).toBeVisible();
  await page.getByLabel('名称か医療機関コード').fill('病院');
  await page.getByRole('button', { name: '施設を探す' }).click();
  await expect(page.getByRole('list', { name: '見つかった施設' }).getByRole('link').first()).toContainText('病院');
  await lookAt(page);
  await page.getByRole('list', { name: '見つかった施設' }).getByRole('link').first().click();
  await expect(page.getByRole('button', { name: 'この施設の利用を始める' })).toBeVisible();
  await lookAt(page);

  await page.getByRole('link', { name: '施設台帳' }).first().click();
  await page.getByRole('link', { name: '台帳にない施設を作る' }).click();
  await expect(page.getByRole('heading', { name: '台帳にない施設を作る' })).toBeVisible();
  await lookAt(page);
  await page.getByLabel('名称').fill('髙﨑記念病院');
  await page.getByLabel('都道府県').selectOption('神奈川県');
  await page.getByLabel('種類').selectOption('病院');
  await page.getByLabel('病床数').fill('２１８');
  await page.getByRole('button', { name: '作って利用を始める' }).click();
  await expect(page.getByText('利用を始めました。次は、最初の管理者を招きます')).toBeVisible();
  await page.getByRole('link', { name: '最初の管理者を招く' }).click();
  await expect(page.getByRole('heading', { name: '最初の管理者を招く' })).toBeVisible();
  await lookAt(page);
  await page.getByLabel('招く人の氏名').fill('事務 長子');
  await page.getByRole('button', { name: '招待リンクを作る' }).click();
  await lookAt(page);
  const first = await copied(page, 'リンクを写す');

  const facility = await open(undefined, freshMamori);
  await facility.goto(first);
  await expect(facility.getByRole('heading', { name: '髙﨑記念病院' })).toBeVisible();
  await expect(facility.getByLabel('氏名')).toHaveValue('事務 長子');
  await lookAt(facility);
  await introduce(facility, { email: 'office@example.jp', password });
  await facility.getByRole('button', { name: '登録して加わる' }).click();
  const secret = await enrol(facility);
  await expect(facility.getByRole('heading', { name: /年度の流れ$/ })).toBeVisible();
  await lookAt(facility);

  await facility.getByRole('link', { name: '職員と役割' }).first().click();
  await expect(facility.getByRole('heading', { name: '職員と役割' })).toBeVisible();
  await lookAt(facility);
  await facility.getByRole('link', { name: '人を招く' }).click();
  const forPlanner = await invite(facility, '企画 進', /^企画管理者/);
  await facility.getByRole('button', { name: '続けて別の人を招く' }).click();
  const forExecutive = await invite(facility, '院 長太郎', /^経営層/);
  await lookAt(facility);
  await facility.getByRole('link', { name: '招待を終える' }).click();
  await expect(facility.getByText('2人が未登録')).toBeVisible();

  const planner = await open(undefined, freshMamori);
  await planner.goto(forPlanner);
  await introduce(planner, { email: 'planner@example.jp', password });
  await planner.getByRole('button', { name: '登録して加わる' }).click();
  await expect(planner.getByRole('heading', { name: '確認コードを設定する' })).toBeVisible();
  await lookAt(planner);
  await enrol(planner);
  await expect(planner.getByRole('heading', { name: /年度の流れ$/ })).toBeVisible();

  const again = await open(undefined, freshMamori);
  await again.goto(forPlanner);
  await expect(again.getByText('この招待リンクは使えません')).toBeVisible();
  await lookAt(again);
  await again.goto(forExecutive);
  await expect(again.getByRole('heading', { name: '髙﨑記念病院' })).toBeVisible();

  await facility.reload();
  await expect(facility.getByText('企画 進')).toBeVisible();
  await expect(facility.getByText('1人が未登録')).toBeVisible();
  await signOut(facility, '事務 長子');
  await lookAt(facility);
  await signIn(facility, { email: 'office@example.jp', password }, secret);
  await expect(facility.getByRole('heading', { name: /年度の流れ$/ })).toBeVisible();
});
