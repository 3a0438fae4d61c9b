import { readFile } from 'node:fs/promises';
import { codeOf } from './authenticator.ts';
import { expect, test } from './journey.ts';
import { lookAt } from './look-at.ts';
import { join, openFacility } from './people.ts';
import { refuseOnce } from './step-up.ts';

test('an administrator sees who did and saw what, narrows it down, takes it away and finds that noted', async ({
  open,
  administrator,
}) => {
  const facility = await openFacility(administrator, { name: 'みなと病院', type: 'hospital', beds: 120 });
  const auditor = await join(facility, '監査 見子', ['auditor']);
  const planner = await join(facility, '企画 管太', ['planner']);
  const run = await planner.caller.call('POST', `/facilities/${facility.id}/runs`, { sheetId: 'hospital' });
  await auditor.caller.call('GET', `/facilities/${facility.id}/runs/${run.id}`);
  for (let time = 0; time < 50; time += 1)
    await facility.administrator.caller.call('POST', `/facilities/${facility.id}/invitations`, {
      name: `招かれた人${time}`,
      roles: ['operator'],
    });

  const page = await open(facility.administrator);
  await page.goto(`/facilities/${facility.id}`);
  await page.getByRole('link', { name: '操作の記録' }).click();
  await expect(page.getByRole('heading', { name: '操作の記録', exact: true })).toBeVisible();
  await expect(page.getByText('招かれた人49（運用担当者）')).toBeVisible();
  await expect(page.getByText('監査 見子さんが、点検の回答を開いた')).toBeHidden();
  await page.getByRole('button', { name: 'さらに見る' }).click();
  await expect(page.getByText('監査 見子さんが、点検の回答を開いた')).toBeVisible();
  await expect(page.getByText(/^[0-9a-f]{64}$/)).toBeVisible({ timeout: 20_000 });
  await lookAt(page);

  await page.getByLabel('操作の種類').selectOption({ label: '見た・受け取った' });
  await page.getByLabel('人', { exact: true }).selectOption({ label: '監査 見子' });
  await page.getByRole('button', { name: '絞り込む' }).click();
  await expect(page).toHaveURL(/kind=reading/);
  await expect(page.getByRole('listitem').filter({ hasText: 'さんが、' })).toHaveCount(1);

  const takeAway = async () => {
    await refuseOnce(page, '**/activity.csv*');
    await page.getByRole('button', { name: 'この条件でCSVを受け取る' }).click();
    const question = page.getByRole('alertdialog', { name: 'もう一度ご本人か確かめます' });
    await question.getByLabel('確認コード（6桁の数字）').fill(codeOf(facility.administrator.secret ?? ''));
    await page.keyboard.press('Enter');
  };
  const [download] = await Promise.all([page.waitForEvent('download'), takeAway()]);
  const text = await readFile(await download.path(), 'utf8');
  expect(text.trimEnd().split('\r\n')).toHaveLength(2);
  expect(text).toContain('監査 見子,点検の回答を開いた');

  await page.getByLabel('この日まで').fill('2020-01-01');
  await page.getByRole('button', { name: '絞り込む' }).click();
  await expect(page.getByText('当てはまる記録がありません').last()).toBeVisible();
  await lookAt(page);
  await page.getByRole('link', { name: '条件を外す' }).click();
  await expect(page.getByText('事務 長子さんが、操作の記録を書き出した')).toBeVisible();

  const others = await open(planner);
  await others.goto(`/facilities/${facility.id}`);
  await expect(others.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(others.getByRole('link', { name: '操作の記録' })).toHaveCount(0);
});
