import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { openRun } from '#server/app/testing/installation.ts';
import { expect, test } from './journey.ts';
import { lookAt } from './look-at.ts';
import { join, openFacility } from './people.ts';
import { printed } from './printed.ts';
import { answerByApi, choose, itemsIn, question } from './questions.ts';

const left = ['H13-2', 'H21-1'];
const weak = (id: string) => id.startsWith('H06-') || id.startsWith('H16-');
const textOf = (id: string) => itemsIn('hospital').find((item) => item.id === id)?.text ?? '';

async function received(page: Page, button: string): Promise<{ name: string; content: Buffer }> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: button, exact: true }).click();
  const file = await download;
  return { name: file.suggestedFilename(), content: await readFile(await file.path()) };
}

test('a hospital submits its answers, gets its result and report, and the safety manager takes it back', async ({
  open,
  administrator,
}) => {
  const facility = await openFacility(administrator, { name: 'みなと総合病院', type: 'hospital', beds: 218 });
  const planner = await join(facility, '企画 進', ['planner']);
  const safetyManager = await join(facility, '安全 守', ['safety-manager']);
  const run = await openRun(planner.caller, facility.id, 'hospital');
  const valueOf = (id: string) => (id === 'H02-4' ? 'unknown' : weak(id) ? '0' : '2');
  await answerByApi(planner, run, 'hospital', ({ id }) => (left.includes(id) ? undefined : { value: valueOf(id) }));

  const page = await open(planner);
  await page.goto(`${run}/result`);
  await expect(page.getByText('提出前の途中の姿です')).toBeVisible();
  await expect(page.getByText('同規模の施設との比較は、提出したあとに出します。')).toBeVisible();
  await lookAt(page);
  await page.goto(`${run}?area=12`);
  const doubted = question(page, textOf('H12-3'));
  await expect(doubted.getByText(/^要確認 第7.0版で加わったと公開情報にある内容です。/)).toBeVisible();
  await lookAt(page);
  await page.goBack();
  await page.getByRole('link', { name: '続きから答える' }).click();
  await page.getByRole('button', { name: '提出する' }).click();
  const refusal = page.getByRole('dialog', { name: 'あと2問で提出できます' });
  for (const id of left) await expect(refusal.getByRole('link', { name: id })).toContainText(textOf(id));
  await lookAt(page);
  await refusal.getByRole('link', { name: left[0] ?? '' }).click();
  for (const id of left) {
    await page.goto(`${run}?show=unanswered`);
    await expect(question(page, textOf(id))).toBeVisible();
    await choose(question(page, textOf(id)), /^3/);
    await expect(question(page, textOf(id)).getByText(/^保存しました/)).toBeVisible();
  }
  await page.getByRole('button', { name: '提出する' }).click();
  const asked = page.getByRole('alertdialog', { name: '「病院システム」を提出しますか' });
  await lookAt(page);
  await asked.getByRole('button', { name: '提出する' }).click();

  await expect(page.getByRole('region', { name: 'まとめ' })).toContainText('21分野のうち3分野');
  await expect(page.getByRole('heading', { name: /^まず、この6つから$/ })).toBeVisible();
  const scores = page.getByRole('region', { name: '21分野の点数' });
  await expect(scores.getByRole('img', { name: '21分野の点数（0〜3点）' })).toBeVisible();
  await scores.getByRole('button', { name: '表で見る' }).click();
  await expect(scores.getByRole('row')).toHaveCount(22);
  await expect(scores.getByRole('row', { name: /^アクセス制御/ })).toContainText('0.0');
  const zero = itemsIn('hospital').filter(({ id }) => weak(id)).length;
  await expect(page.getByText('「していない」（0点）').locator('..')).toContainText(`${zero} 問`);
  await expect(page.getByText('0点として数えます').locator('..')).toContainText('1 問');
  await expect(page.getByText('互いの点が分かってしまわないように、それまでは施設の数も出しません。')).toBeVisible();
  await lookAt(page);
  expect((await printed(page)).pages).toBeGreaterThan(2);
  const pdf = await received(page, '報告書（PDF）を受け取る');
  expect(pdf.name).toMatch(/みなと総合病院\.pdf$/);
  expect(pdf.content.subarray(0, 5).toString('latin1')).toBe('%PDF-');
  expect(pdf.content.length).toBeGreaterThan(50_000);
  const workbook = await received(page, '結果一式（Excel）を受け取る');
  expect(workbook.name).toMatch(/みなと総合病院\.xlsx$/);
  expect(workbook.content.subarray(0, 2).toString('latin1')).toBe('PK');
  await expect(page.getByRole('button', { name: '提出を取り消す' })).toHaveCount(0);

  await page.goto(run);
  await expect(page.getByText(/^提出済みのため/)).toBeVisible();
  await expect(page.getByRole('radio')).toHaveCount(0);
  await lookAt(page);

  const theirs = await open(safetyManager);
  await theirs.goto(`${run}/result`);
  await theirs.getByRole('button', { name: '提出を取り消す' }).click();
  const reopening = theirs.getByRole('alertdialog', { name: '提出を取り消しますか' });
  await reopening.getByRole('button', { name: '提出を取り消す' }).click();
  await expect(reopening.getByText('取り消す理由を書いてください。')).toBeVisible();
  await lookAt(theirs);
  await reopening.getByLabel('取り消す理由').fill('設問の読み違いがあった');
  await reopening.getByRole('button', { name: '提出を取り消す' }).click();
  await expect(theirs.getByText('提出前の途中の姿です')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('radio').first()).toBeVisible();
  const { entries } = await facility.administrator.caller.call('GET', `/facilities/${facility.id}/activity`);
  expect(JSON.stringify(entries)).toContain('assessment.reopened');
});
