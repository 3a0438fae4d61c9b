import { today } from './days.ts';
import { expect, test } from './journey.ts';
import { lookAt } from './look-at.ts';
import { join, openFacility } from './people.ts';

test('the year of a facility shows what is done, due and late, and its days are set', async ({
  open,
  administrator,
}) => {
  const facility = await openFacility(administrator, { name: '汐見台総合病院', type: 'hospital', beds: 218 });
  const planner = await join(facility, '企画 進', ['planner']);
  const page = await open(planner);
  await page.goto(`/facilities/${facility.id}`);
  await expect(page.getByRole('list', { name: '今年度の流れ' }).getByText('経営報告')).toBeVisible();
  await page.getByRole('link', { name: '1年の流れ' }).first().click();
  await expect(page.getByText('期限の近いことはありません。')).toBeVisible();
  await lookAt(page);

  await page.getByRole('button', { name: '期限を変える：訓練' }).click();
  const dialog = page.getByRole('dialog', { name: '「訓練」の期限を変える' });
  await dialog.getByLabel('期限').fill('2020-01-01');
  await dialog.getByRole('button', { name: '期限を保存する' }).click();
  await expect(dialog.getByText('期限は、今年度のうち')).toBeVisible();
  await lookAt(page);
  const last = await dialog.getByText('期限は、今年度のうち').first().textContent();
  const year = /から(令和\d+)年3月31日/.exec(last ?? '')?.[1] ?? '';
  await dialog.getByLabel('期限').fill(`${2018 + Number(year.replace('令和', ''))}-03-30`);
  await dialog.getByRole('button', { name: '期限を保存する' }).click();
  await expect(page.getByText('「訓練」の期限を変えました。')).toBeVisible();
  await expect(page.getByText(`${year}年3月30日まで`)).toBeVisible();

  await page.goto(`/facilities/${facility.id}/tasks`);
  await page.getByRole('button', { name: '取り組みを加える' }).first().click();
  const adding = page.getByRole('dialog', { name: '取り組みを加える' });
  await adding.getByLabel('すること').fill('VPN装置を更新する');
  await adding.getByLabel('担当').selectOption({ label: '企画 進' });
  await adding.getByLabel('期限').fill('2020-01-01');
  await adding.getByRole('button', { name: '保存する' }).click();
  await expect(adding.getByText(/^期限は、令和\d+年度の中/)).toBeVisible();
  await lookAt(page);
  await adding.getByLabel('期限').fill(`${Number(today().last.slice(0, 4)) - 1}-04-01`);
  await adding.getByRole('button', { name: '保存する' }).click();
  await expect(adding).toBeHidden();

  await page.goto(`/facilities/${facility.id}`);
  const next = page.getByRole('listitem').filter({ hasText: 'VPN装置を更新する' });
  await expect(next.getByText(/過ぎています/)).toBeVisible();
  await lookAt(page);
  await page.getByRole('link', { name: '1年の流れ' }).first().click();
  const late = page.getByRole('listitem').filter({ hasText: 'VPN装置を更新する' });
  await expect(late.getByText('期限を過ぎています')).toBeVisible();
  await expect(late.getByText('担当 企画 進')).toBeVisible();
  await lookAt(page);
  await late.getByRole('link', { name: 'VPN装置を更新する' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'VPN装置を更新する' })).toBeVisible();
});

test('staff see the steps and what is theirs, and set no day', async ({ open, administrator }) => {
  const facility = await openFacility(administrator, { name: 'みなと内科', type: 'clinic', beds: null });
  const staff = await join(facility, '看護 花子', ['staff']);
  const page = await open(staff);
  await page.goto(`/facilities/${facility.id}/year`);
  await expect(page.getByText('期限の近いことはありません。')).toBeVisible();
  await expect(page.getByRole('button', { name: /期限を変える/ })).toHaveCount(0);
  await page.getByRole('button', { name: 'リンクを作る' }).click();
  const link = await page.getByText(/\/api\/v1\/calendars\//).textContent();
  await lookAt(page);
  expect((await page.request.get(link ?? '')).headers()['content-type']).toContain('text/calendar');
  await page.getByRole('button', { name: 'リンクを使えなくする' }).click();
  await expect(page.getByText('カレンダーのリンクを使えなくしました。')).toBeVisible();
  expect((await page.request.get(link ?? '')).status()).toBe(404);
});
