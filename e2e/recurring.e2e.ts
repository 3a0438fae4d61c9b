import { openRun } from '#server/app/testing/installation.ts';
import { expect, test } from './journey.ts';
import { lookAt } from './look-at.ts';
import { join, openFacility } from './people.ts';
import { answerByApi } from './questions.ts';

test('what was finished and goes on every year takes of the next plan, and becomes tasks of that year', async ({
  open,
  administrator,
}) => {
  const facility = await openFacility(administrator, { name: 'みなと診療所', type: 'clinic', beds: null });
  const planner = await join(facility, '企画 進', ['planner']);
  const { caller } = planner;
  const run = await openRun(caller, facility.id, 'small-facility');
  await answerByApi(planner, run, 'small-facility', () => ({ value: '1' }));
  await caller.call('POST', `${run}/submission`);
  const { fiscalYear } = await caller.call('GET', run);
  await caller.call('POST', `${run}/plan/acceptance`, { fiscalYear, measures: [{ id: 'MS8', quarter: 4 }] });
  const at = `/facilities/${facility.id}/tasks`;
  const { tasks } = await caller.call('GET', `${at}?fiscalYear=${fiscalYear}`);
  const [{ id, owner: _, fiscalYear: __, measureId: ___, addedOn: _added, ...made }] = tasks;
  await caller.call('PUT', `${at}/${id}`, { ...made, ownerId: null, status: 'done' });

  const page = await open(planner);
  await page.goto(`${run}/plan`);
  await page.getByRole('radiogroup', { name: 'いつの計画か' }).getByRole('radio').last().press('Space');
  await expect(page.getByText(/^前の年度までに終えた対策のうち1件は毎年続け、/)).toContainText('0円・1人日');
  await page.getByLabel('予算（円）').fill('1万');
  await page.getByLabel('手間（人日）').fill('2');
  await page.getByRole('button', { name: '対策を選ぶ' }).click();
  const chosen = page.getByRole('region', { name: '選んだ対策' });
  await expect(chosen.getByText('前の年度までに終え、毎年続ける対策です。1年分を数えています。')).toBeVisible();
  await lookAt(page);
  await page.goto(`${run}/plan`);
  await expect(page.getByLabel('予算（円）')).toHaveValue('10,000');
  await expect(page.getByText('前に使った条件を入れてあります')).toBeVisible();

  await page.goto(at);
  await page.getByRole('radiogroup', { name: '年度' }).getByRole('radio').last().press('Space');
  await expect(page.getByText('前の年度までに終えた対策のうち、毎年続けるものが1件あります')).toBeVisible();
  await page.getByRole('button', { name: /^令和\d+年度の取り組みにする$/ }).click();
  const asking = page.getByRole('alertdialog', { name: /^毎年続ける対策を、令和\d+年度の取り組みにしますか$/ });
  await expect(asking.getByText('毎年 1人日・0円')).toBeVisible();
  await lookAt(page);
  await asking.getByRole('button', { name: '1件を取り組みにする' }).click();
  await expect(page.getByText('1件を取り組みにしました。')).toBeVisible();
  await expect(page.getByRole('region', { name: '1〜3月' }).getByText('これから')).toBeVisible();
  await lookAt(page);
});
