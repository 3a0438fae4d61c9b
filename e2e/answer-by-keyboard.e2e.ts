import type { Locator, Page } from '@playwright/test';
import { openRun } from '#server/app/testing/installation.ts';
import { expect, test } from './journey.ts';
import { lookAt } from './look-at.ts';
import { join, openFacility } from './people.ts';
import { answerByApi, holdSaving, itemsIn, question } from './questions.ts';

const items = itemsIn('hospital').filter(({ id }) => id.startsWith('H01-'));
const textOf = (place: number) => items[place]?.text ?? '';
/** More than there are places on a page. */
const mostTabs = 200;
const steps = ['していない', '一部だけ、または人に頼っている', '決まりがあり、おおむね行っている', '行った記録があり'];

function radio(page: Page, place: number, name: string) {
  return question(page, textOf(place)).getByRole('radio', { name: new RegExp(name) });
}

test('an area is answered by keyboard alone, and everything is there after a reload', async ({
  open,
  administrator,
}) => {
  const facility = await openFacility(administrator, { name: 'みなと病院', type: 'hospital', beds: 218 });
  const page = await open(facility.administrator);
  await page.goto(`/facilities/${facility.id}`);
  await page.getByRole('link', { name: '自己点検' }).first().press('Enter');
  await expect(page.getByRole('heading', { name: /年度の自己点検$/ })).toBeFocused();
  await lookAt(page);
  const sheet = page.getByRole('region', { name: '病院システム' });
  await sheet.getByRole('button', { name: '点検を始める' }).press('Enter');
  await expect(page.getByRole('heading', { name: '体制', level: 1 })).toBeFocused();
  await lookAt(page);

  await radio(page, 0, 'していない').focus();
  for (const place of [0, 1, 2, 3]) {
    await page.keyboard.press(String(place));
    await expect(radio(page, place, steps[place] ?? '')).toBeChecked();
    await page.keyboard.press('j');
  }
  await page.keyboard.press('?');
  await expect(radio(page, 4, '分からない')).toBeChecked();
  await page.keyboard.press('k');
  await expect(radio(page, 3, '行った記録があり')).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(radio(page, 3, '決まりがあり')).toBeChecked();
  await page.keyboard.press('J');
  await page.keyboard.press('J');
  await page.keyboard.press('0');
  await page.keyboard.press('ArrowUp');
  await expect(radio(page, 5, '対象外')).toBeChecked();

  const last = question(page, textOf(5));
  await expect(last.getByText('理由がまだのため、保存していません。')).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(last.getByLabel('対象外の理由')).toBeFocused();
  await page.keyboard.type('監査は法人がまとめて行う');
  await expect(last.getByText(/^保存しました/)).toBeVisible();

  const first = question(page, textOf(0));
  await first.getByRole('button', { name: 'メモを書く' }).press('Enter');
  await first.getByLabel('メモ', { exact: true }).focus();
  await page.keyboard.type('髙﨑さんに聞く ①');
  await page.keyboard.press('Tab');
  await expect(first.getByText(/^保存しました/)).toBeVisible();
  await expect(page.getByText('6問のうち6問に回答済み')).toBeVisible();
  await lookAt(page);

  await page.reload();
  for (const [place, step] of [
    'していない',
    '一部だけ',
    '決まりがあり',
    '決まりがあり',
    '分からない',
    '対象外',
  ].entries()) {
    await expect(radio(page, place, step)).toBeChecked();
  }
  await expect(first.getByLabel('メモ', { exact: true })).toHaveValue('髙﨑さんに聞く ①');
  await expect(last.getByLabel('対象外の理由')).toHaveValue('監査は法人がまとめて行う');
  await first.getByRole('button', { name: '履歴を見る' }).press('Enter');
  await expect(first.getByRole('listitem').filter({ hasText: '画面で回答' })).toHaveCount(2);

  await page.getByRole('button', { name: '答え方を見る' }).press('Enter');
  await expect(page.getByRole('dialog', { name: '答え方と表示' })).toBeVisible();
  await page.getByRole('checkbox', { name: '文字のキーで操作する' }).press('Space');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: '答え方を見る' })).toBeFocused();
  await radio(page, 0, 'していない').focus();
  await page.keyboard.press('3');
  await page.keyboard.press('j');
  await expect(radio(page, 0, 'していない')).toBeFocused();
  await expect(radio(page, 0, 'していない')).toBeChecked();
});

test('what a question means, what it rests on and what would prove its answer are read on its card by keyboard', async ({
  open,
  administrator,
}) => {
  const facility = await openFacility(administrator, { name: 'みなと病院', type: 'hospital', beds: 218 });
  const page = await open(facility.administrator);
  await page.goto(`${await openRun(facility.administrator.caller, facility.id, 'hospital')}`);
  const first = question(page, textOf(0));
  const meaning = first.getByText(/^電子カルテなどの守りをまとめる人が、/);
  const example = first.getByText(/^院長名の任命書で副院長を安全管理責任者とし、/);
  await expect(meaning).toBeVisible();
  await expect(example).toBeVisible();
  await expect(first.getByText(/^「システムのことならあの人」と皆が知っていても、/)).toBeVisible();
  await expect(first.getByRole('listitem').filter({ hasText: /^証跡：任命書$/ })).toBeVisible();
  await first.getByRole('button', { name: '説明をたたむ（H01-1）' }).press('Enter');
  await expect(example).toBeHidden();
  await first.getByRole('button', { name: '説明を開く（H01-1）' }).press('Enter');
  await expect(meaning).toBeVisible();

  const checklist = first.getByRole('button', { name: /^チェックリスト 1-①/ });
  await first.getByRole('radio', { name: '対象外' }).focus();
  while (!(await checklist.evaluate((button) => button.matches(':focus')))) await page.keyboard.press('Tab');
  const item = first.getByRole('note').filter({ hasText: '安全管理の責任者を決めている' });
  await expect(item).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(item).toBeHidden();
  await expect(first.getByRole('button', { name: /^経営管理編 1⑤/ })).toBeFocused();
  const clause = first.getByRole('note').filter({ hasText: '管理責任を果たす組織体制を整える' });
  await expect(clause).toContainText('情報を安全に管理する責任は、担当者ではなく施設の経営者にあります。');
  await expect(clause).toContainText('証跡：組織図、任命書');
  await expect(clause).toContainText('出典：第7.0版 経営管理編 1章【遵守事項】⑤');
  await lookAt(page);
  await expect(clause).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(clause).toBeHidden();
});

test('an area is handed over, a file added, a conflict settled, Excel taken and the run submitted by keyboard alone', async ({
  open,
  administrator,
}) => {
  const facility = await openFacility(administrator, { name: 'みなと病院', type: 'hospital', beds: 218 });
  const { caller } = facility.administrator;
  await join(facility, '病棟 光', ['staff']);
  const run = await openRun(caller, facility.id, 'hospital');
  await answerByApi(facility.administrator, run, 'hospital', () => ({ value: '2' }));
  const page = await open(facility.administrator);
  await page.goto(run);
  const pressed = async (place: Locator) => {
    await tabTo(page, place);
    await page.keyboard.press('Enter');
  };

  await pressed(page.getByRole('button', { name: '担当を決める' }));
  const choice = page.getByRole('dialog', { name: '「体制」の担当を決める' });
  await expect(choice.getByRole('radio', { name: /^病棟 光/ })).toBeVisible();
  await tabTo(page, choice.getByRole('radio').first());
  await page.keyboard.press('ArrowDown');
  await pressed(choice.getByRole('button', { name: '担当を決める' }));
  await expect(page.getByRole('button', { name: '担当を変える' })).toBeFocused();

  const card = question(page, textOf(0));
  await pressed(card.getByRole('button', { name: '証跡を加える' }));
  const chooser = page.waitForEvent('filechooser');
  await pressed(card.getByRole('button', { name: 'ファイルを選ぶ' }));
  await (await chooser).setFiles({ name: '任命書.pdf', mimeType: 'application/pdf', buffer: await page.pdf() });
  await expect(card.getByRole('button', { name: '証跡 1件' })).toBeVisible();

  const letGo = await holdSaving(page);
  await card.getByRole('radio', { name: /^2/ }).focus();
  await page.keyboard.press('3');
  await caller.call('PUT', `${run}/answers/${items[0]?.id}`, { value: '1', note: '', revision: 1 });
  letGo();
  await pressed(card.getByRole('alert').getByRole('button', { name: '自分の答えを残す' }));
  await expect(card.getByText(/^保存しました/)).toBeVisible();
  await expect(card.getByRole('radio', { name: /^3/ })).toBeChecked();

  await pressed(page.getByRole('button', { name: 'Excelで答える', exact: true }));
  const download = page.waitForEvent('download');
  await pressed(page.getByRole('dialog', { name: 'Excelで答える' }).getByRole('button', { name: 'Excelを受け取る' }));
  await download;
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Excelで答える', exact: true })).toBeFocused();

  await pressed(page.getByRole('button', { name: '提出する' }));
  await pressed(page.getByRole('alertdialog').getByRole('button', { name: '提出する' }));
  await expect(page.getByRole('region', { name: 'まとめ' })).toBeVisible();
});

/** Moves on by Tab until the place has the focus, and back where it stands before what had it. */
async function tabTo(page: Page, place: Locator): Promise<void> {
  await expect(place).toBeVisible();
  const focused = place.and(page.locator(':focus'));
  for (const key of ['Tab', 'Shift+Tab']) {
    for (let time = 0; time < mostTabs; time += 1) {
      if ((await focused.count()) > 0) return;
      await page.keyboard.press(key);
    }
  }
  throw new Error('the place is not reached by Tab');
}
