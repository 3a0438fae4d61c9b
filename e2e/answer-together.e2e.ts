import type { BrowserContext, Page } from '@playwright/test';
import { openRun } from '#server/app/testing/installation.ts';
import { signOut } from './doors.ts';
import { expect, test } from './journey.ts';
import { lookAt } from './look-at.ts';
import { type Facility, join, openFacility, type Person } from './people.ts';
import { choose, holdSaving, itemsIn, question } from './questions.ts';

const [first, second] = itemsIn('hospital').map(({ text }) => text) as [string, string];
const three = /行った記録があり/;

async function begun(administrator: Person): Promise<{ facility: Facility; run: string }> {
  const facility = await openFacility(administrator, { name: 'みなと病院', type: 'hospital', beds: 218 });
  return { facility, run: await openRun(facility.administrator.caller, facility.id, 'hospital') };
}

const saved = (page: Page) => expect(question(page, first).getByText(/^保存しました/)).toBeVisible();

/** The streams a browser asks for. */
function streamsOf(context: BrowserContext): readonly string[] {
  const asked: string[] = [];
  context.on('request', (request) => {
    if (/\/live$/.test(request.url())) asked.push(request.url());
  });
  return asked;
}

async function visit(page: Page, run: string): Promise<void> {
  await page.goto(run);
  await expect(page.getByRole('heading', { name: '体制', level: 1 })).toBeVisible();
}

test('what one person answers appears to another without a reload, in every tab, by one stream for each browser', async ({
  open,
  administrator,
}) => {
  const { facility, run } = await begun(administrator);
  const operator = await join(facility, '運用 花子', ['operator']);
  const one = await open(facility.administrator);
  const two = await open(operator);
  const streams = streamsOf(two.context());
  const opened = two.waitForRequest(/\/live$/);
  await visit(one, run);
  await visit(two, run);
  await opened;
  const tab = await two.context().newPage();
  await visit(tab, run);
  await choose(question(one, first), /^3/);
  for (const page of [two, tab]) {
    await expect(question(page, first).getByRole('radio', { name: three })).toBeChecked();
    await expect(question(page, first)).toContainText('事務 長子');
    await expect(page.getByText(/1 \/ \d+問/).first()).toBeVisible();
  }
  await expect(two.getByRole('status').filter({ hasText: '事務 長子さんが回答しました' })).toHaveCount(1);
  await lookAt(two);
  expect(streams).toHaveLength(1);

  await two.close();
  await expect.poll(() => streams.length).toBe(2);
  await choose(question(one, second), /^3/);
  await expect(question(tab, second).getByRole('radio', { name: /^3/ })).toBeChecked();
});

test('what is being written is never overwritten: both answers are shown, and the person chooses which stays', async ({
  open,
  administrator,
}) => {
  const { facility, run } = await begun(administrator);
  const operator = await join(facility, '運用 花子', ['operator']);
  const one = await open(facility.administrator);
  const two = await open(operator);
  await visit(one, run);
  await visit(two, run);
  const card = question(two, first);
  const letGo = await holdSaving(two);
  await choose(card, /^3/);
  await choose(question(one, first), 'していない');
  await choose(question(one, second), /^3/);
  await expect(question(two, second).getByRole('radio', { name: /^3/ })).toBeChecked();
  await expect(card.getByRole('radio', { name: three })).toBeChecked();
  letGo();
  const conflict = card.getByRole('alert');
  await expect(conflict).toContainText('答えが二つあります。残す方を選んでください。');
  await expect(conflict).toContainText('事務 長子');
  await lookAt(two);
  await conflict.getByRole('button', { name: '自分の答えを残す' }).click();
  await saved(two);
  await one.reload();
  await expect(question(one, first).getByRole('radio', { name: three })).toBeChecked();

  const letGoAgain = await holdSaving(two);
  await choose(card, /^2/);
  await choose(question(one, first), /^1/);
  await saved(one);
  letGoAgain();
  await conflict.getByRole('button', { name: '事務 長子さんの答えを残す' }).click();
  await expect(card.getByRole('radio', { name: /一部だけ/ })).toBeChecked();
  await two.reload();
  await expect(card.getByRole('radio', { name: /一部だけ/ })).toBeChecked();
});

test('whoever is taken out of the facility sees nothing more of it at once', async ({ open, administrator }) => {
  const { facility, run } = await begun(administrator);
  const operator = await join(facility, '運用 花子', ['operator']);
  const page = await open(operator);
  const opened = page.waitForResponse(/\/live$/);
  await visit(page, run);
  await opened;
  const { person } = await operator.caller.call('GET', '/session');
  await facility.administrator.caller.call('DELETE', `/facilities/${facility.id}/members/${person.id}`);
  await expect(page.getByText(first)).toHaveCount(0, { timeout: 5_000 });
});

test('where no stream can be had the answers come all the same, by asking', async ({ open, administrator }) => {
  const { facility, run } = await begun(administrator);
  const page = await open(facility.administrator);
  await page.route(/\/live$/, (route) => route.abort());
  await visit(page, run);
  await facility.administrator.caller.call('PUT', `${run}/answers/H01-1`, { value: '3', note: '', revision: 0 });
  await expect(question(page, first).getByRole('radio', { name: three })).toBeChecked({ timeout: 20_000 });
});

test('signing out in one tab asks for the sign-in in the other at once', async ({ open, administrator }) => {
  const { facility, run } = await begun(administrator);
  const page = await open(facility.administrator);
  await visit(page, run);
  const tab = await page.context().newPage();
  await visit(tab, run);
  await signOut(tab, '事務 長子');
  await expect(page.getByRole('alertdialog', { name: 'もう一度サインインしてください' })).toBeVisible({
    timeout: 5_000,
  });
  await expect(tab.getByRole('alertdialog')).toHaveCount(0);
});
