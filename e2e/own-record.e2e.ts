import { readFile } from 'node:fs/promises';
import { signIn } from './doors.ts';
import { expect, test } from './journey.ts';
import { lookAt } from './look-at.ts';
import { join, openFacility } from './people.ts';

const hospital = { name: 'みなと病院', type: 'hospital', beds: 120 } as const;

test('a person takes away everything that is kept about her, and then the account is gone', async ({
  open,
  administrator,
}) => {
  const facility = await openFacility(administrator, hospital);
  const planner = await join(facility, '企画 進', ['planner']);
  const page = await open(planner);
  await page.goto('/account');
  await page.getByRole('link', { name: '記録を受け取る・消す' }).click();
  await expect(page.getByRole('heading', { name: '自分の記録' })).toBeVisible();
  await lookAt(page);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '読むためのページで受け取る' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('まもり_自分の記録.html');
  const text = await readFile(await download.path(), 'utf8');
  expect(text).toContain(planner.email);
  expect(text).toContain(facility.name);

  await page.getByRole('textbox', { name: /^メールアドレス/ }).fill('chigau@example.jp');
  await page.getByRole('button', { name: 'アカウントを消す' }).click();
  await expect(page.getByText('上に出ているメールアドレスを、そのまま入力してください。')).toBeVisible();
  await expect(page.getByRole('textbox', { name: /^メールアドレス/ })).toBeFocused();
  await lookAt(page);
  await page.getByRole('textbox', { name: /^メールアドレス/ }).fill(planner.email);
  await page.getByRole('button', { name: 'アカウントを消す' }).click();
  await expect(page.getByText('アカウントを消しました')).toBeVisible();
  await lookAt(page);
  await signIn(page, planner, undefined);
  await expect(page.getByText('メールアドレスかパスワードが違います。')).toBeVisible();

  const above = await open(facility.administrator);
  await above.goto(`/facilities/${facility.id}/activity`);
  await expect(above.getByText('アカウントを消し、施設からいなくなった')).toBeVisible();
  await expect(above.getByText('企画 進')).toHaveCount(0);

  await above.goto('/account/record');
  await above.getByRole('textbox', { name: /^メールアドレス/ }).fill(facility.administrator.email);
  await above.getByRole('button', { name: 'アカウントを消す' }).click();
  await expect(above.getByText('ほかに管理者がいない所があるため、消せません')).toBeVisible();
  await expect(above.getByText(facility.name)).toBeVisible();
  await lookAt(above);
});
