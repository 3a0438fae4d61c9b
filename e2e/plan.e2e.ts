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
  await expect(page.getByText('人日を、数字で入力してください')).toHaveCount(0);
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
  const quarters = page.getByRole('region', { name: '四半期ごと' });
  await expect(quarters.getByRole('row').nth(1)).toContainText('件');
  const more = page.getByRole('region', { name: 'あと少し足すと' });
  await expect(more.getByText('あと10万円あると')).toBeVisible();
  await expect(more.getByText('予算を増やしても減らしても、届く点は同じです。')).toBeVisible();
  await lookAt(page);
  expect((await printed(page)).pages).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'この計画を取り組みにする' }).click();
  await expect(page.getByText(/^\d+件を取り組みにしました。/)).toBeVisible();

  await page.getByRole('button', { name: /^できない対策を除く/ }).click();
  const area = page.getByRole('button', {
    name: `${await chosen.getByRole('heading', { level: 3 }).first().textContent()}（`,
  });
  await area.click();
  const shut = page
    .getByRole('region', { name: 'この1年に使えるもの' })
    .locator('button[aria-expanded=false] span')
    .last();
  await expect(shut).toHaveCSS('rotate', 'none');
  await page.getByRole('checkbox', { name: first }).press('Space');
  await expect(page.getByText('条件が変わりました')).toBeVisible();
  await lookAt(page);
  await page.getByRole('button', { name: '対策を選ぶ' }).click();
  await expect(chosen).toBeVisible();
  await expect(chosen.getByText(first, { exact: true })).toHaveCount(0);

  await page.getByRole('button', { name: /^もう始めた対策/ }).click();
  await area.first().click();
  const begun = page.getByRole('checkbox', { name: first });
  await begun.first().press('Space');
  await page.getByRole('button', { name: '対策を選ぶ' }).click();
  await expect(page.getByText(/を、できない対策にも選んでいます。/)).toBeVisible();
  await lookAt(page);
  await begun.last().press('Space');
  await page.getByRole('button', { name: /^担当と四半期ごとに/ }).click();
  await page.getByLabel('担当を加える').selectOption({ label: '運用担当者' });
  const role = page.getByRole('group', { name: '運用担当者の人日' });
  await role.getByRole('textbox').last().fill('すこし');
  await page.getByRole('button', { name: '対策を選ぶ' }).click();
  await expect(role.getByText('人日を、数字で入力してください').first()).toBeVisible();
  await role.getByRole('textbox').last().fill('８');
  await page.getByRole('button', { name: '対策を選ぶ' }).click();
  await expect(chosen.getByText(first, { exact: true })).toBeVisible();
  await lookAt(page);

  await page.getByRole('radio', { name: /^目標に届く、いちばん安い組み合わせ/ }).press('Space');
  await ask(page, '0', '0');
  await expect(page.getByText('この予算と人日では、目標に届く組み合わせがありません。')).toBeVisible();
  await expect(page.getByText(/では足りません。少なくとも/).first()).toBeVisible();
  await lookAt(page);
});

test('what measures cost here takes the place of the default, and can be given back', async ({
  open,
  administrator,
}) => {
  const facility = await openFacility(administrator, { name: 'みなと診療所', type: 'clinic', beds: null });
  const planner = await join(facility, '企画 進', ['planner']);
  const run = await openRun(planner.caller, facility.id, 'small-facility');
  await answerByApi(planner, run, 'small-facility', () => ({ value: '1' }));
  await planner.caller.call('POST', `${run}/submission`);

  const page = await open(planner);
  await page.goto(`${run}/plan`);
  await ask(page, '３万', '60');
  const more = page.getByRole('region', { name: 'あと少し足すと' });
  await expect(more.getByText('予算だけを変え、手間は同じとして計算しています。')).toBeVisible();
  await expect(more.getByRole('img', { name: '手間と、届く点（0〜3点）' })).toBeVisible();
  await lookAt(page);
  await page.getByRole('link', { name: '対策の費用と手間を、この施設の値に直す' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '対策の費用と手間' })).toBeVisible();
  await lookAt(page);
  await page
    .getByRole('button', { name: /の費用を直す$/ })
    .first()
    .click();
  const dialog = page.getByRole('dialog', { name: '対策の費用を直す' });
  await dialog.getByLabel('1年目の費用（円）').fill('すこし');
  await dialog.getByRole('button', { name: '保存する' }).click();
  await expect(dialog.getByText('金額を数字で入力してください')).toBeVisible();
  await lookAt(page);
  await dialog.getByLabel('1年目の費用（円）').fill('３万');
  await dialog.getByRole('button', { name: '保存する' }).click();
  await expect(page.getByText('この施設の値')).toBeVisible();
  await expect(
    page.getByRole('listitem').filter({ hasText: 'この施設の値' }).getByText('3万円', { exact: true }),
  ).toBeVisible();
  await lookAt(page);
  await page
    .getByRole('button', { name: /の費用を直す$/ })
    .first()
    .click();
  await dialog.getByRole('button', { name: '目安に戻す' }).click();
  await expect(page.getByText('この施設の値')).toHaveCount(0);

  await page
    .getByRole('button', { name: /の費用と手間を直す$/ })
    .first()
    .click();
  const both = page.getByRole('dialog', { name: '対策の費用と手間を直す' });
  await both.getByLabel('1年目の手間（人日）').fill('4.5');
  await lookAt(page);
  await both.getByRole('button', { name: '保存する' }).click();
  await expect(
    page.getByRole('listitem').filter({ hasText: 'この施設の値' }).getByText('4.5人日', { exact: true }),
  ).toBeVisible();
});

test('a run of the network alone has a plan of its own, by its level', async ({ open, administrator }) => {
  const facility = await openFacility(administrator, hospital);
  const planner = await join(facility, '企画 進', ['planner']);
  const run = await openRun(planner.caller, facility.id, 'network-level');
  await answerByApi(planner, run, 'network-level', ({ id }) => ({ value: id === 'N1' ? 'yes' : 'no' }));
  await planner.caller.call('POST', `${run}/submission`);

  const page = await open(planner);
  await page.goto(`${run}/result`);
  await page.getByRole('link', { name: '対策の計画を立てる' }).click();
  await expect(page.getByText('対策の費用と手間の目安は、200床ほどの病院のものです。', { exact: false })).toBeVisible();
  await page.getByRole('radio', { name: /^レベル2に届く、いちばん安い組み合わせ/ }).press('Space');
  await ask(page, '1000万', '100');
  await expect(page.getByText('院内ネットワークは、レベル0からレベル2に上がります。')).toBeVisible();
  const chosen = page.getByRole('region', { name: '選んだ対策' });
  await expect(chosen.getByText('いいえ → はい').first()).toBeVisible();
  await expect(page.getByText('いちばん低い分野')).toHaveCount(0);
  const more = page.getByRole('region', { name: 'あと少し足すと' });
  await expect(more.getByText('あと10万円あると')).toBeVisible();
  await expect(more.getByText(/目標を「レベルを、できるだけ上げる」にした場合/)).toBeVisible();
  await expect(more.getByRole('img', { name: '予算と、届くレベル（0〜3）' })).toBeVisible();
  await lookAt(page);
  await page.getByRole('button', { name: 'この計画を取り組みにする' }).click();
  await expect(page.getByText(/^\d+件を取り組みにしました。/)).toBeVisible();
  await page.getByRole('link', { name: '対策の費用と手間を、この施設の値に直す' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '対策の費用と手間' })).toBeVisible();
  await lookAt(page);
});
