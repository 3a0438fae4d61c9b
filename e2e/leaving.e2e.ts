import { Open } from 'unzipper-esm';
import { codeOf } from './authenticator.ts';
import { expect, test } from './journey.ts';
import { lookAt, phone } from './look-at.ts';
import { join, openFacility } from './people.ts';
import { refuseOnce } from './step-up.ts';

test('an administrator takes everything out, announces that the facility leaves, and another one keeps it', async ({
  open,
  administrator,
}) => {
  const facility = await openFacility(administrator, { name: 'みなと病院', type: 'hospital', beds: 120 });
  const executive = await join(facility, '院長 守', ['executive']);
  const other = await join(facility, '総務 継子', ['facility-administrator']);
  await facility.administrator.caller.call('POST', `/facilities/${facility.id}/runs`, { sheetId: 'hospital' });

  const page = await open(facility.administrator);
  await page.goto(`/facilities/${facility.id}`);
  await page.getByRole('link', { name: '記録の持ち出し' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '記録の持ち出しと利用の終わり' })).toBeVisible();
  await lookAt(page);
  const takeAll = async () => {
    await refuseOnce(page, '**/record');
    await page.getByRole('button', { name: '記録一式を受け取る' }).click();
    const question = page.getByRole('alertdialog', { name: 'もう一度ご本人か確かめます' });
    await question.getByLabel('確認コード（6桁の数字）').fill(codeOf(facility.administrator.secret ?? ''));
    await page.keyboard.press('Enter');
  };
  const [download] = await Promise.all([page.waitForEvent('download'), takeAll()]);
  expect(download.suggestedFilename()).toBe('まもり_施設の記録一式.zip');
  const { files } = await Open.file(await download.path());
  expect(files.map(({ path }) => path)).toEqual(
    expect.arrayContaining(['はじめにお読みください.txt', '職員.csv', '操作の記録.csv', '証跡/一覧.csv']),
  );

  await page.getByRole('button', { name: '利用をやめる' }).click();
  const question = page.getByRole('alertdialog', { name: 'みなと病院の利用をやめますか' });
  await expect(question.getByText('元には戻せません。')).toBeVisible();
  await lookAt(page);
  await question.getByRole('button', { name: '利用をやめる' }).click();
  await expect(page.getByRole('complementary', { name: '利用の終わり' })).toContainText('でまもりの利用を終えます。');
  await expect(page.getByText('事務 長子さんが決めました。', { exact: false })).toBeVisible();
  await lookAt(page);

  const above = await open(executive);
  await above.goto(`/facilities/${facility.id}`);
  const banner = above.getByRole('complementary', { name: '利用の終わり' });
  await expect(banner).toContainText('決めた人：事務 長子さん');
  await expect(banner.getByRole('button')).toHaveCount(0);
  await lookAt(above);

  const keeper = await open(other);
  await keeper.goto(`/facilities/${facility.id}/members`);
  await keeper
    .getByRole('complementary', { name: '利用の終わり' })
    .getByRole('button', { name: '利用を続ける' })
    .click();
  await keeper.getByRole('alertdialog').getByRole('button', { name: '利用を続ける' }).click();
  await expect(keeper.getByText('利用を続けることにしました。')).toBeVisible();
  await expect(keeper.getByRole('complementary', { name: '利用の終わり' })).toHaveCount(0);

  await page.goto(`/facilities/${facility.id}/activity`);
  await expect(page.getByText('総務 継子さんが、利用を続けることにした')).toBeVisible();
  await expect(page.getByText('事務 長子さんが、施設の記録一式を受け取った')).toBeVisible();
});

test('on a phone the page is opened by the whole menu, which closes', async ({ open, administrator }) => {
  const facility = await openFacility(administrator, { name: 'みなと診療所', type: 'clinic', beds: null });
  const page = await open(facility.administrator, undefined, { viewport: phone, hasTouch: true });
  await page.goto(`/facilities/${facility.id}`);
  await page.getByRole('button', { name: 'ほか', exact: true }).tap();
  const menu = page.getByRole('dialog', { name: 'メニュー' });
  await menu.getByRole('link', { name: '記録の持ち出し' }).tap();
  await expect(page.getByRole('heading', { level: 1, name: '記録の持ち出しと利用の終わり' })).toBeVisible();
  await expect(menu).toHaveCount(0);
  await page.getByRole('button', { name: '利用をやめる' }).tap();
  await expect(page.getByRole('alertdialog').getByRole('button', { name: '使い続ける' })).toBeFocused();
});
