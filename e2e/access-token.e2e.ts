import { codeOf } from './authenticator.ts';
import { copied } from './doors.ts';
import { expect, test } from './journey.ts';
import { lookAt } from './look-at.ts';
import { openFacility } from './people.ts';
import { refuseOnce } from './step-up.ts';

test('a key is made, shown once, used by a program, and revoked at once', async ({ open, administrator, mamori }) => {
  const { id, administrator: person } = await openFacility(administrator, {
    name: '鍵の病院',
    type: 'hospital',
    beds: 120,
  });
  const page = await open(person);
  await page.goto(`/facilities/${id}`);
  await page.getByRole('navigation', { name: 'メニュー' }).getByRole('link', { name: 'アクセスキー' }).click();
  await expect(page.getByText('アクセスキーはまだありません')).toBeVisible();
  await lookAt(page);

  await page.getByRole('button', { name: 'キーを作る' }).click();
  const dialog = page.getByRole('dialog', { name: 'アクセスキーを作る' });
  await dialog.getByRole('button', { name: 'キーを作る' }).click();
  await expect(dialog.getByLabel('キーの名前')).toBeFocused();
  await expect(dialog.getByText('許す操作を一つ以上選んでください。')).toBeVisible();
  await lookAt(page);
  await dialog.getByLabel('キーの名前').fill('部門システムからの取り込み');
  await dialog.getByRole('checkbox', { name: '点検と回答を見る' }).press('Space');
  await dialog.getByLabel('使える日数').fill('３０');
  await refuseOnce(page, '**/tokens');
  await dialog.getByRole('button', { name: 'キーを作る' }).click();
  const question = page.getByRole('alertdialog', { name: 'もう一度ご本人か確かめます' });
  await question.getByLabel('確認コード（6桁の数字）').fill(codeOf(person.secret ?? ''));
  await page.keyboard.press('Enter');

  await expect(page.getByRole('heading', { name: '「部門システムからの取り込み」のアクセスキー' })).toBeVisible();
  await lookAt(page);
  const key = await copied(page, 'キーを写す');
  expect(key).toMatch(/^mamori_[\w-]{43}$/);
  const call = async (path: string) =>
    (await fetch(`${mamori.url}/api/v1/facilities/${id}${path}`, { headers: { authorization: `Bearer ${key}` } }))
      .status;
  expect([await call('/runs'), await call('/members'), await call('/tokens')]).toEqual([200, 403, 403]);

  await page.getByRole('button', { name: 'アクセスキーの一覧に戻る' }).click();
  await expect(page.getByText('部門システムからの取り込み')).toBeVisible();
  await expect(page.getByText(key)).toHaveCount(0);
  await page.reload();
  await expect(page.getByText('まだありません')).toHaveCount(0);
  await lookAt(page);
  await page.getByRole('button', { name: '「部門システムからの取り込み」のキーを取り消す' }).click();
  await page.getByRole('button', { name: 'キーを取り消す', exact: true }).click();
  await expect(page.getByText('「部門システムからの取り込み」を取り消しました。')).toBeVisible();
  expect(await call('/runs')).toBe(401);
  await page.getByRole('button', { name: '使えなくなったキー（1本）' }).click();
  await expect(page.getByText('取り消し済み')).toBeVisible();
});

test('the page for programs says what each call takes and gives, and leads to one of them', async ({
  open,
  mamori,
}) => {
  const page = await open();
  await page.goto('/api-docs');
  await expect(page.getByRole('heading', { name: 'プログラムからの使い方（API）' })).toBeVisible();
  await lookAt(page);
  await page.getByLabel('ことばで探す').fill('設問に答える');
  await page.getByRole('button', { name: '探す' }).click();
  await expect(page.getByText('「設問に答える」に合うもの 1件')).toBeVisible();
  const call = page.getByRole('heading', { name: '一つの設問に答える' });
  await call.click();
  await expect(page.getByText('アクセスキーに許す操作:「設問に答える（Excelの取り込みも）」')).toBeVisible();
  await lookAt(page);
  const line = await copied(page, '例を写す');
  expect(line).toContain(`curl -X PUT '${mamori.url}/api/v1/facilities/FACILITY_ID/runs/RUN_ID/answers/ITEM_ID'`);
  await page.goBack();
  await expect(page.getByText(/^全部で\d+件$/)).toBeVisible();
  await page.getByLabel('ことばで探す').fill('ありえないことば');
  await page.getByRole('button', { name: '探す' }).click();
  await expect(page.getByText('合うものがありません')).toBeVisible();
  await page.goto('/api-docs#accessToken.make');
  await expect(page.getByText('アクセスキーでは呼べません。')).toBeInViewport();
});
