import { expect, test } from './journey.ts';
import { lookAt } from './look-at.ts';
import { openFacility } from './people.ts';

test('a facility says what it is, and the suggested tier and the sheet follow', async ({ open, administrator }) => {
  const { id, administrator: person } = await openFacility(administrator, {
    name: 'みなと病院',
    type: 'hospital',
    beds: null,
  });
  const [page, other] = [await open(person), await open(person)];
  for (const one of [page, other]) {
    await one.goto(`/facilities/${id}/profile`);
    await expect(one.getByRole('heading', { name: '施設の情報' })).toBeVisible();
  }
  await lookAt(page);
  await page.getByLabel('病床数').fill('六二〇');
  await page.getByRole('button', { name: '施設の情報を保存する' }).click();
  await expect(page.getByLabel('病床数')).toBeFocused();
  await page.getByLabel('病床数').fill('６２０');
  await page.getByRole('checkbox', { name: '大学病院' }).press('Space');
  await page.getByRole('radio', { name: '院内のサーバで動く電子カルテ' }).press('Space');
  await page.getByRole('button', { name: '施設の情報を保存する' }).click();
  await expect(page.getByText('施設の情報を保存しました。')).toBeVisible();
  const tier = page.getByRole('region', { name: '人材の区分の目安' });
  await expect(tier).toContainText('①');

  await page.getByRole('button', { name: '3つの質問に答える' }).click();
  for (const group of await page.getByRole('radiogroup', { name: /か$/ }).all()) {
    await group.getByRole('radio', { name: 'いいえ', exact: true }).press('Space');
  }
  await page.getByRole('button', { name: '答えを保存する' }).click();
  await expect(page.getByText('病院の点検票（21分野80問）')).toBeVisible();
  await expect(page.getByText('電子カルテの答えと食い違っています')).toBeVisible();
  await lookAt(page);

  await other.getByLabel('病床数').fill('30');
  await other.getByRole('button', { name: '施設の情報を保存する' }).click();
  await expect(other.getByText('ほかの人が先に変えました')).toBeVisible();
  await lookAt(other);
  await other.getByRole('button', { name: '入力を捨てて、今の内容を開く' }).click();
  await expect(other.getByLabel('病床数')).toHaveValue('620');
  await page.reload();
  await expect(page.getByLabel('病床数')).toHaveValue('620');
  await expect(page.getByRole('checkbox', { name: '大学病院' })).toBeChecked();
});
