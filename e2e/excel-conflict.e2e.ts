import { readFile } from 'node:fs/promises';
import { openRun } from '#server/app/testing/installation.ts';
import { expect, test } from './journey.ts';
import { lookAt } from './look-at.ts';
import { join, openFacility } from './people.ts';
import { answerByApi, itemsIn, question } from './questions.ts';
import { withValues } from './workbook.ts';

const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const text = itemsIn('hospital')[0]?.text ?? '';
const theirNote = '任命書を確かめた（髙﨑）';

test('an answer somebody changed while the Excel file was away is shown beside that of the file, and one is chosen', async ({
  open,
  administrator,
}) => {
  const facility = await openFacility(administrator, { name: 'みなと病院', type: 'hospital', beds: 218 });
  const { caller } = facility.administrator;
  const operator = await join(facility, '運用 花子', ['operator']);
  const run = await openRun(caller, facility.id, 'hospital');
  const begun = ['H01-1', 'H01-2'];
  await answerByApi(facility.administrator, run, 'hospital', ({ id }) =>
    begun.includes(id) ? { value: '1' } : undefined,
  );
  const standing = async () => (await caller.call('GET', run)).answers;

  const page = await open(facility.administrator);
  await page.goto(run);
  await page.getByRole('button', { name: 'Excelで答える', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Excelで答える' });
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Excelを受け取る' }).click();
  const taken = await readFile(await (await download).path());
  const bring = async (buffer: Buffer) => {
    const chooser = page.waitForEvent('filechooser');
    await dialog.getByRole('button', { name: 'Excelを選んで取り込む' }).click();
    await (await chooser).setFiles({ name: '点検票.xlsx', mimeType, buffer });
  };
  const before = await standing();
  await bring(taken);
  await expect(dialog.getByText('変わった所はありませんでした')).toBeVisible();
  await expect(dialog.getByText('80問は変えていません。')).toBeVisible();
  expect(await standing()).toEqual(before);

  await answerByApi(operator, run, 'hospital', ({ id }) =>
    id === 'H01-1' ? { value: '3', note: theirNote } : undefined,
  );
  const [theirs] = await standing();
  const filled = await withValues(taken, { 'H01-1': '2', 'H01-2': '0' });
  await bring(filled);
  await expect(dialog.getByText('1問に書き込みました')).toBeVisible();
  await expect(dialog).toContainText('ほかの人が答えた設問が1問あります。1問ずつ選んでください。');
  const conflict = dialog.getByRole('alert', { name: 'H01-1の答えが二つあります' });
  await expect(dialog.getByText('選ぶまで、保存済みの答えはそのままです。')).toHaveCount(1);
  await expect(conflict).toContainText('あなたの答え（ファイルの中）');
  await expect(conflict.getByRole('button', { name: '自分の答えを残す' })).toBeInViewport();
  await expect(dialog.getByRole('button', { name: 'Excelを受け取る' })).toBeHidden();
  for (const words of ['運用 花子', '3 行った記録があり', theirNote, '2 決まりがあり'])
    await expect(conflict).toContainText(words);
  await lookAt(page);
  expect(await standing()).toMatchObject([theirs, { itemId: 'H01-2', value: '0' }]);
  await conflict.getByRole('button', { name: '運用 花子さんの答えを残す' }).click();
  await expect(dialog.getByText('重なった1問は、すべて選び終わりました。')).toBeVisible();
  expect(await standing()).toMatchObject([theirs, { itemId: 'H01-2', value: '0' }]);

  await bring(filled);
  await conflict.getByRole('button', { name: '自分の答えを残す' }).click();
  await expect(conflict).toHaveCount(0);
  await dialog.getByRole('button', { name: '閉じる' }).click();
  const card = question(page, text);
  await expect(card.getByText(/^保存しました/)).toBeVisible();
  await expect(card.getByRole('radio', { name: /決まりがあり/ })).toBeChecked();
  await card.getByRole('button', { name: '履歴を見る' }).click();
  const entry = card.getByRole('listitem').filter({ hasText: '運用 花子' });
  await expect(entry).toContainText('3 行った記録があり');
  await expect(entry).toContainText(theirNote);
  await lookAt(page);
});
