import type { Page } from '@playwright/test';
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
