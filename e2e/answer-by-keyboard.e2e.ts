import type { Page } from '@playwright/test';
import { openRun } from '#server/app/testing/installation.ts';
import { expect, test } from './journey.ts';
import { lookAt } from './look-at.ts';
import { openFacility } from './people.ts';
import { itemsIn, question } from './questions.ts';

const items = itemsIn('hospital').filter(({ id }) => id.startsWith('H01-'));
const textOf = (place: number) => items[place]?.text ?? '';
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
  await expect(page.getByText('6問のうち6問 回答ずみ')).toBeVisible();
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
  await first.getByRole('button', { name: '履歴' }).press('Enter');
  await expect(first.getByRole('listitem').filter({ hasText: '画面で回答' })).toHaveCount(2);

  await page.getByRole('button', { name: '答え方' }).press('Enter');
  await expect(page.getByRole('dialog', { name: '答え方と表示' })).toBeVisible();
  await page.getByRole('checkbox', { name: '文字のキーで操作する' }).press('Space');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: '答え方' })).toBeFocused();
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
