import type { Page } from '@playwright/test';
import { madeRegister } from '#server/organisation/testing/made-register.ts';
import { expect, test } from './journey.ts';
import { lookAt } from './look-at.ts';
import { setUpAdministrator } from './people.ts';

const rows = [
  ['140000101', 'しおさい台病院', '横浜市中区本町１丁目１番'],
  ['140000112', 'シオサイ台歯科医院', '横浜市西区高島２丁目３番'],
  ['140000123', '医療法人社団\ue000会　ＭＯＲＩ内科クリニック', '川崎市川崎区駅前本町１番'],
  ['270000101', '髙﨑記念診療所', '大阪市北区梅田３丁目４番'],
] as const;
type Row = readonly [code: string, name: string, address: string];

const list = (all: readonly Row[]) =>
  all.map(([code, name, address]) => `${code},${code.slice(2)},${name},1000001,${address}\r\n`).join('');

async function importList(page: Page, name: string, content: string): Promise<void> {
  await page.goto('/admin/register/import');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'ファイルを選んで取り込む' }).click();
  await (await chooser).setFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
  await expect(page.getByRole('region', { name: '取り込みの結果' })).toContainText(name);
}

/** What the register finds; a list that is not there finds nothing. */
async function expectFound(page: Page, names: readonly string[]): Promise<void> {
  const found = page.getByRole('list', { name: '見つかった施設' }).getByRole('link');
  await expect(found).toHaveText([...names]);
}

async function search(page: Page, words: string): Promise<void> {
  await page.getByLabel('名称か医療機関コード').fill(words);
  await page.getByRole('button', { name: '施設を探す' }).click();
}

test('a facility is found by its name in any width and kana, by code and by place, and opened', async ({
  open,
  freshMamori,
}) => {
  const page = await open(await setUpAdministrator(freshMamori.url, freshMamori.setupLink ?? ''), freshMamori);
  await page.goto('/admin/register');
  await expect(page.getByText('台帳はまだ空です')).toBeVisible();
  await lookAt(page);
  await importList(page, '一覧.csv', list(rows));
  await page.getByRole('link', { name: '施設台帳' }).first().click();

  for (const words of ['しおさい', 'シオサイ', 'ｼｵｻｲ台']) {
    await search(page, words);
    await expectFound(page, ['シオサイ台歯科医院', 'しおさい台病院']);
  }
  for (const words of ['mori', 'ＭＯＲＩ', '社団会　ＭＯＲＩ', '140000123', '0000123', '１４００００１２']) {
    await search(page, words);
    await expectFound(page, ['医療法人社団〓会　ＭＯＲＩ内科クリニック']);
  }
  await expect(page.getByText(/^〓は、/)).toBeVisible();
  await expect(page.getByRole('list', { name: '見つかった施設' })).toContainText('推定');
  await lookAt(page);
  await search(page, '高崎');
  await expectFound(page, ['髙﨑記念診療所']);
  await search(page, '');
  await page.getByLabel('都道府県').selectOption('神奈川県');
  await page.getByRole('button', { name: '施設を探す' }).click();
  await expect(page.getByRole('list', { name: '見つかった施設' }).getByRole('link')).toHaveCount(3);
  await page.getByLabel('市区町村').selectOption('横浜市西区');
  await page.getByRole('button', { name: '施設を探す' }).click();
  await expectFound(page, ['シオサイ台歯科医院']);
  await page.getByRole('checkbox', { name: '利用中の施設だけ' }).press('Space');
  await page.getByRole('button', { name: '施設を探す' }).click();
  await expect(page.getByText('当てはまる施設がありません').last()).toBeVisible();
  await lookAt(page);

  await page.goBack();
  await expectFound(page, ['シオサイ台歯科医院']);
  await page.getByRole('link', { name: 'シオサイ台歯科医院' }).click();
  await expect(page.getByRole('heading', { name: 'シオサイ台歯科医院' })).toBeFocused();
  await expect(page.getByText('名称からの推定です。')).toBeVisible();
  await page.getByRole('button', { name: 'この施設の利用を始める' }).click();
  await expect(page.getByText('利用を始めました。次は、最初の管理者を招きます')).toBeVisible();
  await lookAt(page);
  await page.goto('/admin/register?only=opened');
  await expectFound(page, ['シオサイ台歯科医院']);
});

test('a list imported again changes nothing, a newer one says what changed, a broken one leaves all as it was', async ({
  open,
  administrator,
}) => {
  const page = await open(administrator);
  const outcome = page.getByRole('region', { name: '取り込みの結果' });
  await importList(page, '春の一覧.csv', list(rows));
  await expect(outcome).toContainText('新しい施設4');
  await importList(page, 'もう一度.csv', list(rows));
  for (const count of ['新しい施設0', '内容が変わった施設0', '変わらない施設4'])
    await expect(outcome).toContainText(count);
  await expect(outcome.getByText('取り込めなかったものはありません。')).toBeVisible();

  const [first, second, third, fourth] = rows;
  const renamed: Row = [first[0], 'しおさい台記念病院', first[2]];
  const other: Row = [fourth[0], '別の診療所', fourth[2]];
  await importList(
    page,
    '秋の一覧.csv',
    list([renamed, second, third, third, fourth, other, ['27', 'コードの短い診療所', '']]),
  );
  for (const count of [
    '内容が変わった施設1',
    '変わらない施設2',
    '重複した行1',
    '食い違うコード1',
    '取り込めなかった行1',
  ]) {
    await expect(outcome).toContainText(count);
  }
  const rejected = outcome.getByRole('region', { name: '取り込めなかった行' });
  await expect(rejected.getByRole('row', { name: /^7 / })).toContainText('9桁の数字で書いてください');
  await expect(outcome.getByRole('region', { name: /^同じコードで内容が違う/ })).toContainText('5行目、6行目');
  await lookAt(page);

  await importList(
    page,
    '壊れた一覧.csv',
    `名前だけの行\r\n${list([[first[0], '上書きする病院', first[2]]])}名前だけ\r\n`,
  );
  await expect(outcome.getByText('台帳は元のままです。')).toBeVisible();
  await lookAt(page);
  await page.goto('/admin/register');
  await search(page, first[0]);
  await expectFound(page, ['しおさい台記念病院']);
});

test('while a long list is taken in, its page tells how far it is', async ({ open, freshMamori }) => {
  const page = await open(await setUpAdministrator(freshMamori.url, freshMamori.setupLink ?? ''), freshMamori);
  await page.goto('/admin/register/import');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'ファイルを選んで取り込む' }).click();
  await (await chooser).setFiles({ name: '全国.csv', mimeType: 'text/csv', buffer: Buffer.from(madeRegister()) });
  const progress = page.getByRole('region', { name: '取り込んでいます' });
  await expect(progress.getByRole('progressbar')).toHaveAttribute('aria-valuenow', /^[1-9]\d*$/);
  await lookAt(page);
  await expect(page.getByText('取り込みました（台帳の施設は96,488件）')).toBeVisible({ timeout: 60_000 });
});
