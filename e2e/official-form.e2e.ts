import { latestSheet } from '#core/catalogue/catalogue.ts';
import { madeUpForm } from '#core/catalogue/form/made-up-form.ts';
import { workbookBytes } from '#server/app/testing/form-fixtures.ts';
import { loadCatalogue } from '#server/catalogue/index.ts';
import { expect, test, withMamori } from './journey.ts';
import { lookAt } from './look-at.ts';
import { setUpAdministrator } from './people.ts';

const r7 = latestSheet(loadCatalogue(), 'checklist-institution');
if (!r7) throw new Error('no checklist');
const form = madeUpForm(r7);

test("the ministry's workbook becomes a version of this installation: read, mapped, reviewed item by item, published", async ({
  open,
}) => {
  await withMamori(async (mamori) => {
    const page = await open(await setUpAdministrator(mamori.url, mamori.setupLink ?? ''), mamori);
    await page.goto('/admin/versions');
    await page.getByRole('link', { name: '国の様式を読み込む' }).click();
    await expect(page.getByRole('heading', { name: '国の様式を読み込む' })).toBeVisible();
    await lookAt(page);
    const input = page.locator('input[type=file]');
    const [sheet] = form.sheets;
    const two = { ...form, sheets: sheet ? [sheet, { ...sheet, name: '事業者用' }] : [] };
    await input.setInputFiles({ name: '二枚.xlsx', mimeType: '', buffer: Buffer.from(await workbookBytes(two)) });
    await expect(page.getByText(/書かれたシートが2枚あります/)).toBeVisible();
    await lookAt(page);
    await input.setInputFiles({ name: '様式.xlsx', mimeType: '', buffer: Buffer.from(await workbookBytes(form)) });

    await expect(page.getByRole('heading', { name: '列と区分を決める' })).toBeVisible();
    await expect(page.getByText('知られているファイルではありません')).toBeVisible();
    await expect(page.getByText('b811208b1d29fe0f…')).toBeVisible();
    await expect(page.getByLabel('番号の列')).toHaveValue('1');
    await expect(page.getByLabel('対象の列')).toHaveValue('3');
    await expect(page.getByLabel('目標の列')).toHaveValue('6');
    await expect(page.getByText('対象：サーバ　国の目標：令和7年度').first()).toBeVisible();
    await page.getByLabel('目標の列').selectOption('使わない');
    await expect(page.getByText('目標：令和7年度')).toHaveCount(0);
    await page.getByLabel('目標の列').selectOption({ index: 7 });
    await page.getByLabel('3行目の読み方', { exact: true }).selectOption('項目');
    await lookAt(page);
    await page.getByRole('button', { name: 'この読み方で20項目を確かめる' }).click();

    await expect(page.getByText('20項目のうち0項目を決めました。')).toBeVisible();
    const cards = page.getByRole('article');
    await expect(cards).toHaveCount(20);
    const password = page.getByRole('article', { name: /⑦$/ });
    await expect(password).toContainText('理由：仮の一覧にある番号');
    await expect(password).toContainText('要確認');
    for (const card of await cards.all()) {
      const same = card.getByRole('listitem').filter({ hasText: '理由：文言が同じ' });
      if ((await same.count()) > 0) await same.getByRole('button', { name: /変わらない/ }).click();
    }
    const remote = page.getByRole('article').filter({ hasText: '対象：全般　国の目標：令和7年度' }).nth(1);
    await expect(remote.getByLabel('事業者と契約していなければ、記入は要らない')).toBeChecked();
    await expect(password.getByLabel('事業者と契約していなければ、記入は要らない')).not.toBeChecked();
    await password.getByRole('button', { name: /^2-⑦から文言が変わった/ }).click();
    await password.getByRole('button', { name: /^つなぐ設問と条項/ }).click();
    await password.getByRole('radio', { name: '一部に当たる' }).first().press('Space');
    await page
      .getByRole('button', { name: /^新しい項目にする/ })
      .last()
      .click();
    await lookAt(page);
    const save = page.getByRole('button', { name: '確かめた結果を保存する' });
    await save.click();
    await expect(page.getByText('20項目のうち20項目を決めました。')).toBeVisible();
    await expect(page.getByText('保存してあります')).toBeVisible();
    await expect(page.getByLabel('項目の文')).toHaveCount(0);
    await lookAt(page);
    await page.getByLabel('版の名前').fill('令和8');
    await page.getByRole('button', { name: '医療機関確認用を公開する' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: '公開する' }).click();
    await expect(page.getByText(/半角のRと数字で書いてください/)).toBeVisible();
    await page.getByLabel('版の名前').fill('R8');
    await page.getByRole('button', { name: '医療機関確認用を公開する' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: '公開する' }).click();

    await expect(page.getByRole('heading', { name: 'チェックリスト（医療機関確認用） R8' })).toBeVisible();
    await expect(page.getByRole('region', { name: '新しい項目' })).toContainText('機器を捨てるときに');
    await lookAt(page);
    await page.goto('/admin/versions/official-forms');
    await expect(page.getByRole('region', { name: '公開した様式' })).toContainText('医療機関確認用 R8');
    await lookAt(page);
  });
});

test('the 別紙 of 保守委託機関編 is loaded line by line, and published without a version before it', async ({
  open,
}) => {
  await withMamori(async (mamori) => {
    const page = await open(await setUpAdministrator(mamori.url, mamori.setupLink ?? ''), mamori);
    await page.goto('/admin/versions/official-forms');
    await page.getByLabel('様式の種類').selectOption('保守委託機関編 別紙（MDS/SDS）');
    const rows = [
      ['試験用の別紙（原文ではありません）'],
      ['1 試験の区分'],
      ['①', '試験用の項目その一に答えられる'],
      ['②', '試験用の項目その二に答えられる'],
    ];
    const book = { title: '試験用', source: '試験用', sheets: [{ name: '別紙', columns: [], rows }] };
    const file = { name: '別紙.xlsx', mimeType: '', buffer: Buffer.from(await workbookBytes(book)) };
    await page.locator('input[type=file]').setInputFiles(file);
    await expect(page.getByRole('heading', { name: '列と区分を決める' })).toBeVisible();
    await page.getByRole('button', { name: 'この読み方で2項目を確かめる' }).click();
    await expect(page.getByText('2項目のうち2項目を決めました。')).toBeVisible();
    await expect(page.getByText('試験用の項目その一に答えられる')).toBeVisible();
    await expect(page.getByText(/前の版はありません/)).toBeVisible();
    await lookAt(page);
    await page.getByLabel('版の名前').fill('7.0');
    await page.getByRole('button', { name: '保守委託機関編 別紙（MDS/SDS）を公開する' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: '公開する' }).click();
    await expect(page.getByRole('region', { name: '公開した様式' })).toContainText(
      '保守委託機関編 別紙（MDS/SDS） 7.0',
    );
    await lookAt(page);
  });
});
