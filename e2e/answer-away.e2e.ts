import { readFile } from 'node:fs/promises';
import { openRun } from '#server/app/testing/installation.ts';
import { expect, test } from './journey.ts';
import { lookAt } from './look-at.ts';
import { openFacility, type Person } from './people.ts';
import { choose, itemsIn, question } from './questions.ts';
import { withValues } from './workbook.ts';

type Given = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };

const items = itemsIn('hospital');
const [text, next] = [items[0]?.text ?? '', items[1]?.text ?? ''];

async function begun(administrator: Person) {
  const facility = await openFacility(administrator, { name: 'みなと病院', type: 'hospital', beds: 218 });
  const { caller } = facility.administrator;
  return { caller, person: facility.administrator, run: await openRun(caller, facility.id, 'hospital') };
}

test('what is answered while the connection is cut is kept, said so, and saved when it is back', async ({
  open,
  administrator,
}) => {
  const { caller, person, run } = await begun(administrator);
  const page = await open(person);
  await page.goto(run);
  await choose(question(page, text), /^1/);
  await expect(question(page, text).getByText(/^保存しました/)).toBeVisible();
  await page.context().setOffline(true);
  await choose(question(page, text), /^2/);
  await choose(question(page, next), /^3/);
  await expect(question(page, text).getByRole('alert')).toContainText('保存できませんでした。通信が切れています。');
  await expect(page.getByRole('region', { name: '保存できていない回答' })).toContainText('2件あります');
  await page
    .getByRole('region', { name: '保存できていない回答' })
    .getByRole('button', { name: '今すぐ保存する' })
    .click();
  await lookAt(page);
  await page.getByRole('link', { name: /^次の分野/ }).click();
  await expect(page.getByRole('heading', { name: '教育', level: 1 })).toBeVisible();
  await page.getByRole('link', { name: /^前の分野/ }).click();
  await expect(question(page, text).getByRole('radio', { name: /決まりがあり/ })).toBeChecked();
  await page.context().setOffline(false);
  await expect(question(page, text).getByText(/^保存しました/)).toBeVisible();
  await expect(question(page, next).getByText(/^保存しました/)).toBeVisible();
  await expect(page.getByRole('region', { name: '保存できていない回答' })).toHaveCount(0);
  const { answers } = await caller.call('GET', run);
  expect(answers).toMatchObject([
    { itemId: 'H01-1', value: '2' },
    { itemId: 'H01-2', value: '3' },
  ]);
});

test('the sheet is taken away as Excel; brought back unchanged it changes nothing, a broken one is refused', async ({
  open,
  administrator,
}) => {
  const { caller, person, run } = await begun(administrator);
  await caller.call('PUT', `${run}/answers/H01-1`, { value: '1', note: '髙﨑 𠮷 ① ㈱', revision: 0 });
  const before = await caller.call('GET', run);
  const page = await open(person);
  await page.goto(run);
  await page.getByRole('button', { name: 'Excelで答える', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Excelで答える' });
  await lookAt(page);
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Excelを受け取る' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/\.xlsx$/);
  const bring = async (given: string | Given) => {
    const chooser = page.waitForEvent('filechooser');
    await dialog.getByRole('button', { name: 'Excelを選んで取り込む' }).click();
    await (await chooser).setFiles(given);
  };
  await bring(await file.path());
  await expect(dialog.getByText('変わった所はありませんでした')).toBeVisible();
  expect(await caller.call('GET', run)).toEqual(before);

  const wrong = await withValues(await readFile(await file.path()), { 'H01-2': '5', 'H01-3': 'NA' });
  await bring({ name: '書き損じ.xlsx', mimeType: 'application/octet-stream', buffer: wrong });
  const faults = dialog.getByRole('table');
  await expect(faults.getByRole('row')).toHaveText([/行/, /^3\s*回答\s*「5」は使えません/, /^4\s*メモ/]);
  await lookAt(page);
  expect(await caller.call('GET', run)).toEqual(before);
  await bring({
    name: '壊れた.xlsx',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from('PK\u0003\u0004 broken'),
  });
  await expect(dialog.getByRole('alert')).toContainText('回答は');
  await lookAt(page);
  expect(await caller.call('GET', run)).toEqual(before);
});
