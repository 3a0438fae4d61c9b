import type { Page } from '@playwright/test';
import { openRun } from '#server/app/testing/installation.ts';
import { expect, test } from './journey.ts';
import { lookAt } from './look-at.ts';
import { join, openFacility, type Person } from './people.ts';
import { answerByApi, choose, itemsIn, question } from './questions.ts';

const mirror = (page: Page) => page.getByRole('heading', { name: '経営層の見方とのずれ' });
const items = itemsIn('executive');

async function answerAlone(executive: Person, facilityId: string, value: string): Promise<string> {
  const run = await openRun(executive.caller, facilityId, 'executive');
  await answerByApi(executive, run, 'executive', () => ({ value }));
  await executive.caller.call('POST', `${run}/submission`);
  return run;
}

test('three executives answer for themselves, and their view appears beside the result', async ({
  open,
  administrator,
}) => {
  const facility = await openFacility(administrator, { name: 'みなと病院', type: 'hospital', beds: 218 });
  const planner = await join(facility, '企画 進', ['planner']);
  const [first, second, third] = [
    await join(facility, '院 長太郎', ['executive']),
    await join(facility, '理事 一', ['executive']),
    await join(facility, '事務 総', ['executive']),
  ];
  const technical = await openRun(planner.caller, facility.id, 'hospital');
  await answerByApi(planner, technical, 'hospital', () => ({ value: '0' }));
  await planner.caller.call('POST', `${technical}/submission`);
  await answerAlone(first, facility.id, '3');
  const seen = await answerAlone(second, facility.id, '3');

  const page = await open(planner);
  await page.goto(`${technical}/result`);
  await expect(mirror(page)).toBeVisible();
  await expect(page.getByText('経営層3人のうち2人が提出しています。')).toBeVisible();
  await expect(page.getByText('経営層の総合')).toHaveCount(0);
  await page.goto(seen);
  await expect(page.getByRole('heading', { name: 'この内容は見つかりません' })).toBeVisible();

  const theirs = await open(third);
  await theirs.goto(`/facilities/${facility.id}`);
  await lookAt(theirs);
  await theirs
    .getByRole('button', { name: /経営層の点検票に答える/ })
    .first()
    .click();
  await expect(theirs.getByRole('radio').first()).toBeVisible();
  await lookAt(theirs);
  for (const { text } of items) {
    const card = question(theirs, text);
    const onward = theirs.getByRole('link', { name: /^次の分野/ });
    if (!(await card.isVisible())) await onward.click();
    await choose(card, /^3/);
    await expect(card.getByText(/^保存しました/)).toBeVisible();
  }
  await theirs.getByRole('button', { name: '提出する' }).click();
  const asked = theirs.getByRole('alertdialog');
  await expect(asked).toContainText('あなたの回答は、ほかの人には見えません。');
  await asked.getByRole('button', { name: '提出する' }).click();
  await expect(theirs.getByText('この結果を見られるのは、あなただけです')).toBeVisible();
  await lookAt(theirs);

  await page.goto(`${technical}/result`);
  await expect(page.getByText('経営層3人の全員が提出しています。')).toBeVisible();
  await expect(page.getByText('経営層の総合')).toBeVisible();
  await expect(page.getByRole('heading', { name: /^一緒に確かめたいこと/ })).toBeVisible();
  for (const { name } of [first, second, third]) await expect(page.getByText(name)).toHaveCount(0);
  await lookAt(page);
});
