import type { Page } from '@playwright/test';
import type { DerivedAnswer } from '#core/plan/derived-step.ts';
import type { Task } from '#core/plan/task.ts';
import { openRun } from '#server/app/testing/installation.ts';
import { png } from '#server/platform/files/testing/sample-files.ts';
import { expect, test } from './journey.ts';
import { submitLastYear } from './last-year.ts';
import { lookAt } from './look-at.ts';
import { join, openFacility } from './people.ts';
import { answerByApi, itemsIn, question } from './questions.ts';

const items = itemsIn('small-facility');
const weak = items.map(({ id }) => ({ itemId: id, value: '1' as const, note: '' }));

/** Does one task as people do: the proof, then the state. */
async function finish(page: Page, facilityId: string, { id, title }: Task): Promise<void> {
  await page.goto(`/facilities/${facilityId}/tasks/${id}`);
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'ファイルを選ぶ' }).click();
  await (await chooser).setFiles({ name: '証し.png', mimeType: 'image/png', buffer: Buffer.from(png) });
  await expect(page.getByRole('link', { name: '証し.png' }), title).toBeVisible();
  await page.getByRole('button', { name: '取り組みを直す' }).click();
  const dialog = page.getByRole('dialog', { name: '取り組みを直す' });
  await dialog.getByRole('radio', { name: '終わった' }).press('Space');
  await dialog.getByRole('button', { name: '取り組みを保存する' }).click();
  await expect(page.getByText('取り組みを直しました。').first()).toBeVisible();
}

test('a weak result becomes a plan, the plan what people do and prove, and the next result is higher for it', async ({
  open,
  mamori,
  administrator,
}) => {
  const facility = await openFacility(administrator, { name: 'みなと診療所', type: 'clinic', beds: null });
  const planner = await join(facility, '企画 進', ['planner']);
  const { caller } = planner;
  const at = `/facilities/${facility.id}`;
  await submitLastYear(mamori, facility, planner, { sheetId: 'small-facility', answers: weak });
  const [{ id: lastRun, fiscalYear: lastYear }] = await caller.call('GET', `${at}/runs`);

  const page = await open(planner);
  await page.goto(`${at}/runs/${lastRun}/result`);
  await expect(page.getByText('総合（分野の平均）').locator('..')).toContainText('1.00');
  await page.getByRole('link', { name: '対策の計画を立てる' }).first().click();
  await page.getByLabel('予算（円）').fill('1万');
  await page.getByLabel('手間（人日）').fill('1');
  await page.getByRole('button', { name: '対策を選ぶ' }).click();
  await page.getByRole('button', { name: 'この計画を取り組みにする' }).click();
  await page.getByRole('link', { name: '取り組みを見る' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '取り組み' })).toBeVisible();

  const { tasks } = await caller.call('GET', `${at}/tasks?fiscalYear=${lastYear + 1}`);
  for (const task of tasks) await finish(page, facility.id, task);
  await page.goto(`${at}/tasks`);
  await expect(page.getByText('終わった取り組み').locator('..')).toContainText(`${tasks.length} / ${tasks.length}件`);

  const run = await openRun(caller, facility.id, 'small-facility');
  const derived: DerivedAnswer[] = await caller.call('GET', `${run}/derived-answers`);
  const raised = items.filter(({ id }) => derived.some(({ itemId, to }) => itemId === id && to !== null));
  expect(raised.length).toBeGreaterThan(0);
  await answerByApi(planner, run, 'small-facility', (item) => (raised.includes(item) ? undefined : { value: '1' }));
  for (const { id, text } of raised) {
    const to = derived.find(({ itemId }) => itemId === id)?.to;
    await page.goto(`${run}?show=unanswered`);
    const card = question(page, text);
    await expect(card.getByText('見込み', { exact: true })).toBeVisible();
    await expect(card).toContainText('（証跡：証し.png）');
    if (id === raised[0]?.id) await lookAt(page);
    await card.getByRole('button', { name: `確かめて「${to}」と答える（${id}）` }).click();
    await expect(card.getByRole('radio', { name: new RegExp(`^${to}`) })).toBeChecked();
  }
  await page.goto(`${run}#${raised[0]?.id}`);
  const first = question(page, raised[0]?.text ?? '');
  await first.getByRole('button', { name: '履歴を見る' }).click();
  await expect(first.getByText(/終わった取り組みからの見込みを確かめて回答/)).toBeVisible();

  await page.getByRole('button', { name: '提出する' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: '提出する' }).click();
  await expect(page.getByText('総合（分野の平均）').locator('..')).toContainText(/前回より ↑ \+0\.\d+/);
  const changes = page.getByRole('region', { name: '前回からの変化' });
  await expect(changes.getByRole('button', { name: `上がった答え　${raised.length}問` })).toBeVisible();
  await changes.getByRole('button', { name: '表で見る' }).click();
  await expect(changes.getByRole('row', { name: /↑ \+\d\.\d/ }).first()).toBeVisible();
  await lookAt(page);
});
