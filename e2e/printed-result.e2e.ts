import type { Page } from '@playwright/test';
import { openRun } from '#server/app/testing/installation.ts';
import { expect, test } from './journey.ts';
import { lookAt } from './look-at.ts';
import { openFacility } from './people.ts';
import { closedUp, printed } from './printed.ts';
import { answerByApi } from './questions.ts';

const weak = (id: string) => id.startsWith('H06-') || id.startsWith('H16-') || id === 'H21-1';

/** What stands in each entry of a part of the page, as it is read. */
async function entries(page: Page, part: RegExp): Promise<readonly string[]> {
  const all = await page.getByRole('region', { name: part }).getByRole('listitem').allInnerTexts();
  return all.map(closedUp);
}

test('a printed result says what was found and what is to be decided, on numbered pages without a button', async ({
  open,
  administrator,
}) => {
  const facility = await openFacility(administrator, { name: '汐見台総合病院', type: 'hospital', beds: 218 });
  const { caller } = facility.administrator;
  const run = await openRun(caller, facility.id, 'hospital');
  await answerByApi(facility.administrator, run, 'hospital', ({ id }) => ({ value: weak(id) ? '0' : '2' }));
  await caller.call('POST', `${run}/submission`);

  const page = await open(facility.administrator);
  await page.goto(`${run}/result`);
  await expect(page.getByRole('region', { name: 'まとめ' })).toBeVisible();
  await lookAt(page);
  const findings = await entries(page, /^分かったこと/);
  const measures = await entries(page, /^まず、この6つから$/);
  expect(findings.length).toBeGreaterThanOrEqual(2);
  expect(measures.length).toBeGreaterThanOrEqual(6);

  const { text } = await printed(page);
  const whole = text.join('');
  for (const finding of findings) expect(text[0], 'the first page').toContain(finding.replace(/^\d/, ''));
  expect(whole).toContain(closedUp('決めていただきたいこと'));
  for (const [place, one] of text.entries()) {
    expect(one).toContain(closedUp(`${place + 1} / ${text.length}`));
    expect(one).toContain('汐見台総合病院');
  }
  for (const button of ['報告書(PDF)', 'Excel', 'サインアウト', '職員と役割', '本文へ移る', '表で見る']) {
    expect(whole).not.toContain(button);
  }

  const folded = closedUp('60分の机上訓練を年1回行う0円・3人日・企画管理者');
  expect(whole, 'a measure nobody opened, with what it takes').toContain(folded);
  await page.getByRole('button', { name: /^BCP（/ }).click();
  const opened = (await printed(page)).text.join('');
  expect(opened, 'once where it was opened').not.toContain(folded);
  expect(opened.split('60分の机上訓練を年1回行う')).toHaveLength(2);
});
