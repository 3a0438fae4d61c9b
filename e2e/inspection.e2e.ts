import { readFile, writeFile } from 'node:fs/promises';
import { join as joinPath } from 'node:path';
import { Open } from 'unzipper-esm';
import { fiscalYearOf, yearTitle } from '#core/kernel/fiscal-year.ts';
import { type Caller, openRun } from '#server/app/testing/installation.ts';
import { png } from '#server/platform/files/testing/sample-files.ts';
import { codeOf } from './authenticator.ts';
import { today } from './days.ts';
import { expect, test } from './journey.ts';
import { beginLastYearsForm } from './last-year.ts';
import { lookAt } from './look-at.ts';
import { join, openFacility } from './people.ts';
import { refuseOnce } from './step-up.ts';

/** Two systems: of one the form is half-way, of the other nobody was asked. */
async function withVendors(caller: Caller, facilityId: string) {
  const systems = `/facilities/${facilityId}/vendor-systems`;
  const edit = { vendor: '青葉システム株式会社', contact: '佐藤 花子', email: '' };
  const { id } = (await caller.call('POST', systems, { ...edit, system: '電子カルテ' })) as { id: string };
  await caller.call('POST', systems, { ...edit, vendor: '検査機器サービス', system: '検査システム' });
  const { runId } = (await caller.call('POST', `${systems}/${id}/form`)) as { runId: string };
  const answers = `/facilities/${facilityId}/runs/${runId}/answers`;
  const answer = { note: '', revision: 0, confirmedOn: today().day };
  await caller.call('PUT', `${answers}/R7-V-1-01`, { ...answer, value: 'yes' });
  await caller.call('PUT', `${answers}/R7-V-2-04`, { ...answer, value: 'no', targetOn: today().last });
}

async function withRegulation(writer: Caller, executive: Caller, facilityId: string) {
  const path = `/facilities/${facilityId}/regulations`;
  const edit = { kind: 'policy', title: '情報セキュリティ方針', clauseIds: ['GOV7-3-07'], reviewOn: null };
  const { id } = (await writer.call('POST', path, edit)) as { id: string };
  const draft = { validOn: '2026-04-01', changes: '初めて作った', body: '患者さんの情報を守ります。', revision: 1 };
  await writer.call('PUT', `${path}/${id}/draft`, draft);
  await executive.call('POST', `${path}/${id}/approval`, { revision: 2, reviewOn: today().last });
}

test('what an inspection asks for is seen, mended where it is missing, printed and taken as one archive', async ({
  open,
  administrator,
}) => {
  const facility = await openFacility(administrator, { name: '汐見台総合病院', type: 'hospital', beds: 218 });
  const planner = await join(facility, '企画 進', ['planner']);
  const executive = await join(facility, '院 長', ['executive']);
  const staff = await join(facility, '職員 愛', ['staff']);

  const page = await open(planner);
  await page.goto(`/facilities/${facility.id}`);
  await page.getByRole('link', { name: '立入検査' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: '立入検査' })).toBeVisible();
  await expect(page.getByText('今年度のチェックリストを、まだ始めていません')).toBeVisible();
  await lookAt(page);

  const run = await openRun(planner.caller, facility.id, 'checklist-institution');
  const answer = { note: '', revision: 0, confirmedOn: '2026-11-01' };
  await planner.caller.call('PUT', `${run}/answers/R7-H-1-01`, { ...answer, value: 'yes' });
  await planner.caller.call('PUT', `${run}/answers/R7-H-3-01`, { ...answer, value: 'yes' });
  await planner.caller.call('PUT', `${run}/answers/R7-H-2-01`, { ...answer, value: 'no' });
  await page.goto(`/facilities/${facility.id}/clauses/GOV7-3-03`);
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'ファイルを選ぶ' }).click();
  await (await chooser).setFiles({ name: '任命書.png', mimeType: 'image/png', buffer: Buffer.from(png) });
  await expect(page.getByRole('link', { name: '任命書.png' })).toBeVisible();

  await withVendors(planner.caller, facility.id);
  await withRegulation(planner.caller, executive.caller, facility.id);

  await page.goto(`/facilities/${facility.id}/inspection`);
  const forms = page.getByRole('region', { name: '事業者が記入した様式' });
  await expect(forms.getByText('回答の途中')).toBeVisible();
  await expect(forms.getByText('依頼前')).toBeVisible();
  await expect(page.getByRole('region', { name: '使っている規程・方針' })).toContainText('第1版');
  await expect(page.getByText('目標日のない「いいえ」：')).toBeVisible();
  await expect(page.getByText('まだいない役割：')).toBeVisible();
  await expect(page.getByRole('rowheader', { name: '任命書.png' })).toBeVisible();
  await lookAt(page);

  const [pdf] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '説明資料を印刷（PDF）' }).click(),
  ]);
  const bytes = await readFile(await pdf.path());
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
  const pictures = process.env.MAMORI_SHOTS;
  if (pictures) await writeFile(joinPath(pictures, 'inspection.pdf'), bytes);

  const takeAll = async () => {
    await refuseOnce(page, '**/inspection-size');
    await page.getByRole('button', { name: '一式を受け取る（ZIP）' }).click();
    const question = page.getByRole('alertdialog', { name: 'もう一度ご本人か確かめます' });
    await question.getByLabel('確認コード（6桁の数字）').fill(codeOf(planner.secret ?? ''));
    await page.keyboard.press('Enter');
  };
  const [archive] = await Promise.all([page.waitForEvent('download'), takeAll()]);
  expect(archive.suggestedFilename()).toBe('まもり_立入検査の一式.zip');
  const { files } = await Open.file(await archive.path());
  expect(files.map(({ path }) => path)).toEqual(
    expect.arrayContaining([
      '立入検査の説明資料.pdf',
      '規程・方針/情報セキュリティ方針_第1版.pdf',
      '証跡/経営管理編 3③_任命書.png',
    ]),
  );

  const other = await open(staff);
  await other.goto(`/facilities/${facility.id}/inspection`);
  await expect(other.getByText('立入検査の一式を受け取れる役割ではありません')).toBeVisible();
  await lookAt(other);
});

test('an inspection is shown an earlier fiscal year as well, and what is of now is said to be', async ({
  open,
  administrator,
  mamori,
}) => {
  const facility = await openFacility(administrator, { name: '岬総合病院', type: 'hospital', beds: 120 });
  const planner = await join(facility, '企画 進', ['planner']);
  const earlier = await beginLastYearsForm(mamori, facility, planner, ['R7-H-0', 'R7-H-1-01']);
  const page = await open(planner);
  await page.goto(`/facilities/${facility.id}/inspection`);
  const year = fiscalYearOf(new Date());
  const [thisYear, before] = [yearTitle(year), yearTitle(year - 1)];
  await page.getByLabel('年度', { exact: true }).selectOption(before);
  await expect(page.getByText(`${before}の一式です`)).toBeVisible();
  await lookAt(page);
  const mend = page.getByRole('link', { name: 'チェックリストを開く' }).first();
  expect(await mend.getAttribute('href')).toBe(`/facilities/${facility.id}/runs/${earlier}`);
  const [pdf] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '説明資料を印刷（PDF）' }).click(),
  ]);
  expect((await readFile(await pdf.path())).subarray(0, 5).toString()).toBe('%PDF-');
  await page.getByLabel('年度', { exact: true }).selectOption(thisYear);
  await expect(page.getByText(`${before}の一式です`)).toBeHidden();
});
