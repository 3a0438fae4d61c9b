import { readFile, writeFile } from 'node:fs/promises';
import { join as joinPath } from 'node:path';
import type { Page } from '@playwright/test';
import { openRun } from '#server/app/testing/installation.ts';
import { pdfPages } from '#server/platform/documents/testing/pdf-text.ts';
import { today } from './days.ts';
import { expect, test } from './journey.ts';
import { lookAt } from './look-at.ts';
import { join, openFacility } from './people.ts';
import { closedUp } from './printed.ts';
import { answerByApi, choose, itemsIn, question } from './questions.ts';

const textOf = (label: string) => itemsIn('checklist-institution').find((item) => item.label === label)?.text ?? '';

async function printedForm(page: Page) {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '様式（PDF）を受け取る' }).click();
  const bytes = await readFile(await (await download).path());
  const pictures = process.env.MAMORI_SHOTS;
  if (pictures) await writeFile(joinPath(pictures, 'checklist.pdf'), bytes);
  return (await pdfPages(bytes)).map(({ text }) => closedUp(text)).join('');
}

test('a hospital fills its checklist from the submitted self-assessment, sets a target for what is いいえ, and prints it', async ({
  open,
  administrator,
}) => {
  const facility = await openFacility(administrator, { name: '汐見台総合病院', type: 'hospital', beds: 218 });
  const planner = await join(facility, '企画 進', ['planner']);
  const run = await openRun(planner.caller, facility.id, 'hospital');
  await answerByApi(planner, run, 'hospital', ({ id }) => ({ value: id === 'H03-1' ? '1' : '2' }));
  await planner.caller.call('POST', `${run}/submission`);

  const page = await open(planner);
  await page.goto(`/facilities/${facility.id}`);
  await page.getByRole('link', { name: 'チェックリスト' }).first().click();
  await expect(page.getByText('今年度のチェックリストは、まだ始めていません')).toBeVisible();
  await lookAt(page);
  await page.getByRole('button', { name: 'チェックリストを始める' }).click();
  const gate = question(page, textOf('入口'));
  await choose(gate, 'はい');
  await expect(gate.getByText(/保存しました/)).toBeVisible();

  await page.getByRole('link', { name: /^次の分野/ }).click();
  const first = question(page, textOf('1-①'));
  await expect(first).toContainText('H01-1');
  await expect(first).toContainText('そこからは「はい」と考えられます。');
  await first.getByRole('button', { name: '確かめて「はい」と答える（1-①）' }).click();
  await expect(first.getByLabel('確認日')).toHaveValue(today().day);
  await expect(first).not.toContainText('確かめて選んでください');
  await lookAt(page);

  await page.getByRole('button', { name: '提案をすべて取り入れる' }).click();
  const dialog = page.getByRole('alertdialog');
  await expect(dialog.getByText(textOf('2-①'))).toBeVisible();
  await lookAt(page);
  await dialog.getByRole('button', { name: /項目の提案を取り入れる$/ }).click();
  await expect(page.getByText(/項目に提案を取り入れました/)).toBeVisible();

  await page.getByRole('link', { name: /^次の分野/ }).click();
  const register = question(page, textOf('2-①'));
  await expect(register).toContainText('H03-1が足りないため、「いいえ」と考えられます。');
  await expect(register.getByText('目標日を入れてください。入れるまで提出できません。')).toBeVisible();
  await register.getByLabel('目標日').fill('2020-01-01');
  await expect(register.getByText(/^目標日には、令和\d+年度の中の日（令和\d+年4月1日から/)).toBeVisible();
  await expect(register.getByText(/令和\d+年度の中の日/)).toHaveCount(1);
  await expect(register.getByText('保存していません。目標日を直してください。')).toBeVisible();
  await lookAt(page);
  await register.getByLabel('目標日').fill('');
  for (const card of await page.getByRole('article').all()) {
    if ((await card.getByRole('radio', { checked: true }).count()) === 0) await choose(card, 'はい');
  }
  for (const section of ['インシデント', '規程']) {
    await page
      .getByRole('navigation', { name: '分野', exact: true })
      .getByRole('link', { name: new RegExp(section) })
      .click();
    await expect(page.getByRole('heading', { level: 1, name: new RegExp(section) })).toBeVisible();
    for (const card of await page.getByRole('article').all()) {
      if ((await card.getByRole('radio', { checked: true }).count()) === 0) await choose(card, 'はい');
    }
  }

  await page.getByRole('button', { name: '提出する' }).click();
  const left = page.getByRole('dialog');
  await expect(left.getByText('確認日か目標日が未記入')).toBeVisible();
  await expect(left.getByText('日を入れると提出できます。')).toBeVisible();
  await expect(left.getByText(/分からないものは/)).toHaveCount(0);
  await lookAt(page);
  await left.getByRole('link', { name: new RegExp(textOf('2-①')) }).click();
  await register.getByLabel('目標日').fill(today().last);
  await register.getByLabel('目標日').blur();
  await expect(register.getByText(/保存/)).toBeVisible();
  await page.getByRole('button', { name: '提出する' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: '提出する' }).click();

  await expect(page.getByRole('heading', { level: 1, name: 'チェックリスト' })).toBeVisible();
  await expect(page.getByRole('region', { name: '「はい」にする項目' })).toContainText(textOf('2-①'));
  await expect(page.getByText('提出した人：企画 進。')).toBeVisible();
  await expect(page.getByText(/^「国の目標」は、国がその年度までに/)).toBeVisible();
  await expect(page.getByRole('link', { name: '自己点検から、対策の計画を立てる' })).toHaveAttribute(
    'href',
    `${run}/plan`,
  );
  await lookAt(page);

  const form = await printedForm(page);
  for (const words of ['汐見台総合病院', '1-①', '2-⑬', '4-①', '企画 進', '✓いいえ', '1 / 2ページ']) {
    expect(form).toContain(closedUp(words));
  }
  await page.getByRole('link', { name: '回答を見る' }).click();
  await expect(page.getByText('提出済みのため、回答は変えられません')).toBeVisible();
  await lookAt(page);
});

test('a pharmacy has its own form, and with no vendor under contract two items are set aside', async ({
  open,
  administrator,
}) => {
  const pharmacy = await openFacility(administrator, { name: 'みなと薬局', type: 'pharmacy', beds: null });
  const run = await openRun(pharmacy.administrator.caller, pharmacy.id, 'small-facility');
  await answerByApi(pharmacy.administrator, run, 'small-facility', () => ({ value: '2' }));
  await pharmacy.administrator.caller.call('POST', `${run}/submission`);

  const page = await open(pharmacy.administrator);
  await page.goto(`/facilities/${pharmacy.id}/compliance`);
  await expect(page.getByText('チェックリスト（薬局確認用）').first()).toBeVisible();
  await page.getByRole('button', { name: 'チェックリストを始める' }).click();
  await choose(question(page, textOf('入口')), 'はい');
  await page
    .getByRole('navigation', { name: '分野', exact: true })
    .getByRole('link', { name: /管理・運用/ })
    .click();
  const vendors = page.getByRole('article').filter({ hasText: 'MDS/SDSを受け取っている' }).first();
  await expect(vendors.getByRole('radio')).toHaveCount(3);
  await expect(page.getByText('S3「').first()).toBeVisible();
  await page.getByRole('checkbox', { name: /事業者と契約していない/ }).press('Space');
  await expect(vendors.getByRole('radio')).toHaveCount(0);
  await expect(vendors).toContainText('事業者と契約していないため、記入は要りません。');
  await expect(page.getByText('問のうち0問に回答済み')).toBeVisible();
  await expect(page.getByText('ほかに、記入の要らない2問')).toBeVisible();
  await expect(page.getByText('この分野の項目は、どれも要確認です')).toBeVisible();
  await expect(page.getByText(/^要確認\s*公式の文書/)).toHaveCount(0);
  await lookAt(page);
  await page.goto(`/facilities/${pharmacy.id}/compliance`);
  await expect(page.getByText('ほかに記入の要らない2項目')).toBeVisible();
});

test('いいえ at the gate switches the rest off and can be submitted', async ({ open, administrator }) => {
  const facility = await openFacility(administrator, { name: '紙の診療所', type: 'clinic', beds: null });
  const run = await openRun(facility.administrator.caller, facility.id, 'checklist-institution');
  const page = await open(facility.administrator);
  await page.goto(run);
  await choose(question(page, textOf('入口')), 'いいえ');
  await expect(page.getByText('ほかの項目は記入が要りません')).toBeVisible();
  await expect(page.getByText('全体', { exact: true }).locator('..')).toHaveText(/1 \/ 1問$/);
  await expect(page.getByRole('link', { name: 'チェックリスト', exact: true }).first()).toHaveAttribute(
    'aria-current',
    'page',
  );
  await lookAt(page);
  await page.getByRole('button', { name: '提出する' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: '提出する' }).click();
  await expect(page.getByText('ほかに記入の要らない18項目')).toBeVisible();
});
