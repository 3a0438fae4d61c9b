import type { Page } from '@playwright/test';
import { openRun } from '#server/app/testing/installation.ts';
import { expect, test } from './journey.ts';
import { lookAt } from './look-at.ts';
import { join, openFacility } from './people.ts';
import { printed } from './printed.ts';
import { answerByApi } from './questions.ts';

const hospital = { name: 'みなと病院', type: 'hospital', beds: 218 } as const;

async function ask(page: Page, budget: string, personDays: string): Promise<void> {
  await page.getByLabel('予算（円）').fill(budget);
  await page.getByLabel('手間（人日）').fill(personDays);
  await page.getByRole('button', { name: '対策を選ぶ' }).click();
}

test('from a weak result to the measures that do most with what there is, why the others are not among them, and on paper', async ({
  open,
  administrator,
}) => {
  const facility = await openFacility(administrator, hospital);
  const planner = await join(facility, '企画 進', ['planner']);
  const run = await openRun(planner.caller, facility.id, 'hospital');
  await answerByApi(planner, run, 'hospital', ({ id }) => ({ value: id.startsWith('H06-') ? '0' : '2' }));
  await planner.caller.call('POST', `${run}/submission`);

  const page = await open(planner);
  await page.goto(`${run}/result`);
  await page.getByRole('link', { name: '対策の計画を立てる' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '対策の計画' })).toBeVisible();
  await lookAt(page);
  await ask(page, '五十万', '');
  await expect(page.getByText('予算を、円の数字で入力してください')).toBeVisible();
  await expect(page.getByLabel('予算（円）')).toBeFocused();
  await page.getByLabel('手間（人日）').pressSequentially('20');
  await expect(page.getByLabel('手間（人日）')).toBeFocused();
  await lookAt(page);

  await ask(page, '５０万', '20');
  await expect(page.getByText(/^いちばん低い分野が0.0点から/)).toBeVisible();
  await expect(page.getByText('これより良い組み合わせが無いことを、計算で確かめています。')).toBeVisible();
  const chosen = page.getByRole('region', { name: '選んだ対策' });
  const [first = ''] = await chosen.getByRole('listitem').locator('p.font-700').allTextContents();
  await expect(chosen).toContainText('→');
  await page.getByRole('button', { name: /^お金か手間が足りれば入る対策/ }).click();
  await expect(page.getByText(/^あと.*要るため$/).first()).toBeVisible();
  await lookAt(page);
  expect((await printed(page)).pages).toBeGreaterThan(0);

  await page.getByRole('button', { name: /^できない対策を除く/ }).click();
  await page.getByRole('checkbox', { name: first }).press('Space');
  await lookAt(page);
  await page.getByRole('button', { name: '対策を選ぶ' }).click();
  await expect(chosen.getByText(first, { exact: true })).toHaveCount(0);

  await page.getByRole('radio', { name: /^目標に届く、いちばん安い組み合わせ/ }).press('Space');
  await ask(page, '0', '0');
  await expect(page.getByText('この予算と人日では、目標に届く組み合わせがありません。')).toBeVisible();
  await expect(page.getByText(/では足りません。少なくとも/).first()).toBeVisible();
  await lookAt(page);
});
