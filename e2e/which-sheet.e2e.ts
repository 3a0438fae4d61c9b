import type { Page } from '@playwright/test';
import { expect, test } from './journey.ts';
import { lookAt } from './look-at.ts';
import { closedUp, printed } from './printed.ts';

const questions = {
  servers: '施設の中に、患者の情報をためたり処理したりするサーバがありますか',
  apps: 'PCやタブレットに入れたアプリの中で、処理が終わるものがありますか',
  entrusted: 'すべてのサーバ（上のようなPCも）の更新を事業者が引き受けると書いた書面がありますか',
};

async function reply(page: Page, question: string, answer: string): Promise<void> {
  const replies = page.getByRole('radiogroup', { name: question });
  await replies.getByRole('radio', { name: answer, exact: true }).press('Space');
}

test('the branch says which sheet is for us and whether deemed compliance may apply, with the reason', async ({
  open,
}) => {
  const page = await open();
  await page.goto('/');
  await page.getByRole('link', { name: '点検票を確かめる' }).click();
  await expect(page.getByRole('heading', { name: 'どの点検票を使うか確かめる' })).toBeFocused();
  await lookAt(page);
  await page.getByLabel('施設の種類').selectOption('無床診療所');
  await reply(page, questions.servers, 'いいえ');
  await reply(page, questions.apps, 'いいえ');
  await expect(page.getByText('答えがそろうと、ここに出ます')).toBeVisible();
  await reply(page, questions.entrusted, 'はい');
  await expect(page.getByText('診療所・薬局・介護施設の点検票（11分野13問）')).toBeVisible();
  await expect(page.getByText('使える可能性があります')).toBeVisible();
  await expect(page.getByText('概説編と保守委託機関編に従えば')).toBeVisible();
  await lookAt(page);
  await expect(page.getByRole('button', { name: '印刷する' })).toBeVisible();
  await expect(page.getByRole('link', { name: '13問の点検を始める' })).toHaveAttribute('href', '/self-check');
  const paper = (await printed(page)).text.join('');
  for (const words of ['診療所・薬局・介護施設の点検票', '使える可能性があります', '概説編と保守委託機関編に従えば'])
    expect(paper).toContain(closedUp(words));

  await reply(page, questions.entrusted, 'いいえ');
  await expect(page.getByText('使えません 要確認', { exact: true })).toBeVisible();
  await page.getByLabel('施設の種類').selectOption('有床診療所');
  await page.getByLabel('病床の数').fill('十九');
  await expect(page.getByText('数字だけで入力してください（例：19）。')).toBeVisible();
  await page.getByLabel('病床の数').fill('２５');
  await expect(page.getByText('25床は20床以上で病院に当たるため、80問の点検票です')).toBeVisible();
  await expect(page.getByRole('link', { name: 'サインインして答える' })).toBeVisible();
});
