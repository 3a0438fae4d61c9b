import type { Page } from '@playwright/test';
import { openRun } from '#server/app/testing/installation.ts';
import { expect, test } from './journey.ts';
import { lookAt } from './look-at.ts';
import { type Facility, join, openFacility, type Person } from './people.ts';
import { choose, itemsIn, question } from './questions.ts';

const text = itemsIn('hospital')[0]?.text ?? '';
const hospital = { name: 'みなと病院', type: 'hospital', beds: 218 } as const;

async function begun(administrator: Person): Promise<{ facility: Facility; run: string }> {
  const facility = await openFacility(administrator, hospital);
  return { facility, run: await openRun(facility.administrator.caller, facility.id, 'hospital') };
}

const saved = (page: Page) => expect(question(page, text).getByText(/^保存しました/)).toBeVisible();

test('an area is handed to a colleague, who answers it and nothing else', async ({ open, administrator }) => {
  const { facility, run } = await begun(administrator);
  const staff = await join(facility, '病棟 光', ['staff']);
  const page = await open(facility.administrator);
  await page.goto(run);
  await page.getByRole('button', { name: '担当を決める' }).click();
  const dialog = page.getByRole('dialog', { name: '「体制」の担当を決める' });
  await dialog.getByRole('radio', { name: /^病棟 光/ }).press('Space');
  await lookAt(page);
  await dialog.getByRole('button', { name: '担当を決める' }).click();
  await expect(page.getByRole('button', { name: '担当を変える' })).toBeVisible();
  await expect(page.getByText('病棟 光')).toBeVisible();

  const theirs = await open(staff);
  await theirs.goto(`/facilities/${facility.id}`);
  await expect(theirs.getByRole('heading', { name: 'あなたの担当' })).toBeVisible();
  await lookAt(theirs);
  await theirs
    .getByRole('link', { name: /^担当の分野に答える/ })
    .first()
    .click();
  await expect(theirs.getByRole('heading', { name: '体制', level: 1 })).toBeVisible();
  await choose(question(theirs, text), /^2/);
  await saved(theirs);
  await theirs.goto(`${run}?area=02`);
  await expect(theirs.getByRole('heading', { name: '体制', level: 1 })).toBeVisible();
  await expect(theirs.getByText('全職員に年1回以上の情報セキュリティ研修をしていますか')).toHaveCount(0);
});

test('a file is added to an answer as its proof, taken away and brought back; a false one is refused', async ({
  open,
  administrator,
}) => {
  const { facility, run } = await begun(administrator);
  const page = await open(facility.administrator);
  await page.goto(run);
  const card = question(page, text);
  await card.getByRole('button', { name: '証跡を加える' }).click();
  const add = async (name: string, buffer: Buffer) => {
    const chooser = page.waitForEvent('filechooser');
    await card.getByRole('button', { name: 'ファイルを選ぶ' }).click();
    await (await chooser).setFiles({ name, mimeType: 'application/pdf', buffer });
  };
  const pdf = await page.pdf();
  await add('任命書 ㈱①.pdf', pdf);
  await expect(card.getByRole('link', { name: '任命書 ㈱①.pdf' })).toBeVisible();
  await expect(card.getByRole('button', { name: '証跡 1件' })).toBeVisible();
  await lookAt(page);
  await add('名前だけ.pdf', Buffer.from('MZ not a document'));
  await expect(card.getByRole('alert')).toContainText('「名前だけ.pdf」は加えていません。');

  const download = page.waitForEvent('download');
  await card.getByRole('link', { name: '任命書 ㈱①.pdf' }).click();
  expect((await download).suggestedFilename()).toBe('任命書 ㈱①.pdf');
  await card.getByRole('button', { name: '任命書 ㈱①.pdfのファイルを外す' }).click();
  await expect(card.getByRole('link', { name: '任命書 ㈱①.pdf' })).toHaveCount(0);
  await page.getByRole('button', { name: '元に戻す' }).click();
  await expect(card.getByRole('link', { name: '任命書 ㈱①.pdf' })).toBeVisible();
});
