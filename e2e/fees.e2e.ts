import { readFile, writeFile } from 'node:fs/promises';
import { join as joinPath } from 'node:path';
import { expect, test } from './journey.ts';
import { lookAt } from './look-at.ts';
import { join, openFacility } from './people.ts';

test('the conditions of a fee rule stand with what speaks for them, what is added by hand and what is to be checked', async ({
  open,
  administrator,
}) => {
  const facility = await openFacility(administrator, { name: '汐見台総合病院', type: 'hospital', beds: 218 });
  const executive = await join(facility, '院 長太郎', ['executive']);
  await executive.caller.call('POST', `/facilities/${facility.id}/clause-steps`, {
    clauseId: 'GOV7-3-03',
    step: 'instructed',
    note: '',
    after: 0,
  });
  const page = await open(executive);
  await page.goto(`/facilities/${facility.id}`);
  await page.getByRole('link', { name: '加算の証跡' }).first().click();
  await expect(page.getByText('要件を満たすかどうかは、判定していません。')).toBeVisible();
  await expect(page.getByText('要確認', { exact: true }).first()).toBeVisible();
  await expect(page.getByText('指示した').first()).toBeVisible();
  await lookAt(page);
  const [pdf] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '診療録管理体制加算（A207）（R6.1）を印刷（PDF）' }).click(),
  ]);
  const bytes = await readFile(await pdf.path());
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
  const pictures = process.env.MAMORI_SHOTS;
  if (pictures) await writeFile(joinPath(pictures, 'fee.pdf'), bytes);
  await page.getByRole('link', { name: '経営管理編 3③ 安全管理責任者と企画管理者を置く' }).first().click();
  await expect(page.getByText('この条項の意味')).toBeVisible();
});
