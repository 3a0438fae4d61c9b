import { japaneseDay } from '#core/kernel/fiscal-year.ts';
import { today } from './days.ts';
import { expect, test } from './journey.ts';
import { lookAt } from './look-at.ts';
import { join, openFacility } from './people.ts';
import { choose, itemsIn, question } from './questions.ts';

const textOf = (label: string) => itemsIn('checklist-vendor').find((item) => item.label === label)?.text ?? '';

test('a hospital lists the systems of its vendors and enters what one of them answered on paper', async ({
  open,
  administrator,
}) => {
  const facility = await openFacility(administrator, { name: '汐見台総合病院', type: 'hospital', beds: 218 });
  const planner = await join(facility, '企画 進', ['planner']);
  const page = await open(planner);
  await page.goto(`/facilities/${facility.id}/compliance`);
  await page.getByRole('link', { name: '事業者の様式を見る' }).click();
  await expect(page.getByText('事業者のシステムは、まだありません')).toBeVisible();
  await lookAt(page);

  await page.getByRole('button', { name: 'システムを加える' }).first().click();
  const dialog = page.getByRole('dialog', { name: '事業者のシステムを加える' });
  await dialog.getByLabel('事業者').fill('青葉システム株式会社');
  await dialog.getByLabel('メールアドレス').fill('sato');
  await dialog.getByRole('button', { name: 'システムを加える' }).click();
  await expect(dialog.getByText('システムの名前を入れてください。')).toBeVisible();
  await expect(dialog.getByText(/メールアドレスの形で入力してください/)).toBeVisible();
  await lookAt(page);
  await dialog.getByLabel('システム').fill('電子カルテ');
  await dialog.getByLabel('担当者').fill('佐藤 花子');
  await dialog.getByLabel('メールアドレス').fill('');
  await dialog.getByRole('button', { name: 'システムを加える' }).click();
  await expect(page.getByRole('heading', { level: 3, name: '電子カルテ' })).toBeVisible();
  await expect(page.getByText('依頼前')).toBeVisible();

  await page.getByRole('button', { name: '電子カルテの回答を紙から入れる' }).click();
  await expect(page.getByText('青葉システム株式会社の「電子カルテ」についての様式です。')).toBeVisible();
  const first = question(page, textOf('1-①'));
  await choose(first, 'いいえ');
  await first.getByLabel('目標日').fill(today().last);
  await first.getByLabel('目標日').blur();
  await expect(page.getByText(/保存しました/).first()).toBeVisible();
  await lookAt(page);
  await page.getByRole('link', { name: '一覧を見る' }).click();
  await expect(page.getByText('13問のうち1問')).toBeVisible();
  await expect(page.getByText(`目標日 ${japaneseDay(today().last)}`)).toBeVisible();
  await lookAt(page);

  await page.getByRole('button', { name: 'ほか' }).click();
  await page.getByRole('button', { name: '使い終わったことにする' }).click();
  const asked = page.getByRole('alertdialog');
  await lookAt(page);
  await asked.getByRole('button', { name: '使い終わったことにする' }).click();
  await page.getByRole('button', { name: '使い終わったシステム 1' }).click();
  await expect(page.getByRole('link', { name: '回答を見る' })).toBeVisible();
  await lookAt(page);
  await page.getByRole('button', { name: '電子カルテを、また使っていることにする' }).click();
  await expect(page.getByText('回答の途中')).toBeVisible();
});
