import { openRun } from '#server/app/testing/installation.ts';
import { expect, test } from './journey.ts';
import { submitLastYear } from './last-year.ts';
import { lookAt } from './look-at.ts';
import { join, openFacility } from './people.ts';
import { answerByApi, choose, itemsIn, question } from './questions.ts';

const items = itemsIn('hospital');
const [first, second, third] = items.map(({ text }) => text);
const note = '副院長が兼ねる。髙﨑さんが控え';
const last = items.map(({ id }, place) => ({ itemId: id, value: '1' as const, note: place === 0 ? note : '' }));

test("last year's answers are taken over item by item and count as left until each is confirmed", async ({
  open,
  mamori,
  administrator,
}) => {
  const facility = await openFacility(administrator, { name: 'みなと病院', type: 'hospital', beds: 218 });
  const planner = await join(facility, '企画 進', ['planner']);
  await submitLastYear(mamori, facility, planner, { sheetId: 'hospital', answers: last });
  const run = await openRun(planner.caller, facility.id, 'hospital');
  await answerByApi(planner, run, 'hospital', ({ text }) =>
    text === first || text === second ? undefined : { value: text === third ? '3' : '2' },
  );

  const page = await open(planner);
  await page.goto(run);
  const [one, two, three] = [question(page, first ?? ''), question(page, second ?? ''), question(page, third ?? '')];
  await expect(one).toContainText(/前回（令和\d+年度）：1 一部だけ、または人に頼っている　メモ：副院長が兼ねる/);
  await lookAt(page);
  await one.getByRole('button', { name: '引き継ぐ（H01-1）' }).click();
  await expect(one).toContainText('確定待ち');
  await expect(one.getByRole('radio', { name: /^1/ })).toBeChecked();
  await expect(one.getByLabel('メモ', { exact: true })).toHaveValue(note);
  await expect(two).not.toContainText('確定待ち');
  await page.getByRole('button', { name: '未回答の1問に前回の答えを引き継ぐ' }).click();
  await expect(two).toContainText('確定待ち');
  const parts = page.getByRole('navigation', { name: '分野', exact: true });
  await expect(parts.getByRole('link').first()).toContainText(/確定待ち2.*4\/6$/);
  await expect(parts.getByRole('link').first()).not.toContainText('✓');
  await expect(page.getByText('6問のうち4問に回答済み')).toBeVisible();
  await three.getByRole('button', { name: '引き継ぐ（H01-3）' }).click();
  await three.getByRole('button', { name: '保存済みの答えを残す' }).click();
  await expect(three.getByRole('radio', { name: /^3/ })).toBeChecked();
  await lookAt(page);

  await page.getByRole('button', { name: '提出する' }).click();
  const refusal = page.getByRole('dialog', { name: 'あと2問で提出できます' });
  await expect(refusal).toContainText('前回から引き継いで、まだ確かめていない　2問');
  await expect(refusal).toContainText('今も同じなら確定し、違えば選び直してください。');
  await expect(refusal).not.toContainText('分からないものは');
  await lookAt(page);
  await refusal.getByRole('link', { name: first ?? '' }).click();
  await one.getByRole('button', { name: 'この答えに確定する（H01-1）' }).click();
  await expect(one.getByText(/^保存しました/)).toBeVisible();
  await expect(one).not.toContainText('確定待ち');
  await page.getByRole('link', { name: '確定待ち 1' }).click();
  await expect(one).toHaveCount(0);
  await choose(two, /^2/);
  await expect(two).not.toContainText('確定待ち');

  await page.reload();
  await page.getByRole('button', { name: '提出する' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: '提出する' }).click();
  await expect(page.getByRole('region', { name: 'まとめ' })).toBeVisible();
  await expect(page.getByText('総合（分野の平均）').locator('..')).toContainText('前回より ↑ +1.00');
  const changes = page.getByRole('region', { name: '前回からの変化' });
  await expect(changes.getByRole('img', { name: '前回からの変化（分野ごと、点）' })).toBeVisible();
  await changes.getByRole('button', { name: `上がった答え　${items.length - 1}問` }).click();
  await expect(changes.getByRole('listitem').filter({ hasText: third ?? '' })).toContainText('1 → 3');
  await changes.getByRole('button', { name: '表で見る' }).click();
  await expect(changes.getByRole('row', { name: /^体制/ })).toContainText('↑ +1.0');
  await lookAt(page);
  const { answers } = await planner.caller.call('GET', run);
  expect(answers.slice(0, 3)).toMatchObject([{ value: '1', note }, { value: '2' }, { value: '3' }]);
});
