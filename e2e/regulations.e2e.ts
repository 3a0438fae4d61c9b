import { readFile, writeFile } from 'node:fs/promises';
import { join as joinPath } from 'node:path';
import type { Regulation } from '#core/compliance/regulation/regulation.ts';
import { png } from '#server/platform/files/testing/sample-files.ts';
import { expect, test } from './journey.ts';
import { lookAt } from './look-at.ts';
import { join, openFacility } from './people.ts';

test('a clinic makes its policy from a short text, an executive approves it, and it stands at its clause', async ({
  open,
  administrator,
}) => {
  const facility = await openFacility(administrator, { name: '汐見台クリニック', type: 'clinic', beds: null });
  const planner = await join(facility, '企画 進', ['planner']);
  const executive = await join(facility, '院 長太郎', ['executive']);

  const page = await open(planner);
  await page.goto(`/facilities/${facility.id}`);
  await page.getByRole('link', { name: '規程・方針' }).first().click();
  await expect(page.getByText('まだ文書がありません')).toBeVisible();
  await lookAt(page);
  await page.getByRole('button', { name: '文書を加える' }).click();
  const adding = page.getByRole('dialog', { name: '文書を加える' });
  await adding.getByRole('button', { name: '文書を加える' }).click();
  await expect(adding.getByText('文書の名前を書いてください。')).toBeVisible();
  await adding.getByLabel('文書の名前').fill('情報セキュリティ方針');
  await adding.getByLabel('証跡になる条項').selectOption({ value: 'GOV7-3-07' });
  await adding.getByLabel('見直しの期限').fill('2020-03-31');
  await lookAt(page);
  await adding.getByRole('button', { name: '文書を加える' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '情報セキュリティ方針' })).toBeVisible();
  await expect(page.getByText('見直しの期限を過ぎています。')).toHaveCount(0);
  await lookAt(page);

  await page.getByRole('button', { name: '本文を書く' }).click();
  const writing = page.getByRole('dialog', { name: '本文を書く' });
  await writing.getByRole('button', { name: '診療所・薬局などの文案を入れる' }).click();
  await expect(writing.getByLabel('本文')).toHaveValue(/当院は、患者さんの情報を守り/);
  await expect(writing.getByRole('button', { name: '大きな病院（200床以上）の文案を入れる' })).toBeHidden();
  await lookAt(page);
  await writing.getByRole('button', { name: '案を保存する' }).click();
  await expect(page.getByText('経営者の承認待ち')).toBeVisible();
  await expect(page.getByText('待っている案を経営者が承認すると、期限が新しくなります。')).toBeVisible();
  await expect(page.getByRole('button', { name: 'この案を承認する' })).toHaveCount(0);
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'ファイルを選ぶ' }).click();
  await (await chooser).setFiles({ name: '署名した方針.png', mimeType: 'image/png', buffer: Buffer.from(png) });
  await expect(page.getByRole('link', { name: '署名した方針.png' })).toBeVisible();

  const chief = await open(executive);
  await chief.goto(new URL(page.url()).pathname);
  await chief.getByRole('button', { name: 'この案を承認する' }).click();
  const approving = chief.getByRole('dialog', { name: '「情報セキュリティ方針」第1版を承認する' });
  await expect(approving.getByText('まだ埋めていない「＿＿」が6か所あります')).toBeVisible();
  await approving.getByLabel('次に見直す日').fill('2099-03-31');
  await lookAt(chief);
  const at = new URL(page.url()).pathname;
  const standing: Regulation = await planner.caller.call('GET', at);
  const anew = { validOn: standing.versions[0]?.validOn, changes: '書き直した', body: '必ず守ります。' };
  await planner.caller.call('PUT', `${at}/draft`, { ...anew, revision: standing.revision });
  for (const _ of ['first', 'again']) {
    const refused = chief.waitForResponse((response) => response.url().endsWith('/approval'));
    await approving.getByRole('button', { name: '第1版を承認する' }).click();
    expect((await refused).status()).toBe(409);
  }
  await expect(approving.getByText(/開いたあとに直されました。/)).toBeVisible();
  await lookAt(chief);
  await approving.getByRole('button', { name: 'やめる' }).click();
  await chief.getByRole('button', { name: 'この案を承認する' }).click();
  await approving.getByLabel('次に見直す日').fill('2099-03-31');
  await approving.getByRole('button', { name: '第1版を承認する' }).click();
  await expect(chief.getByText('院 長太郎が', { exact: false }).first()).toBeVisible();
  await expect(chief.getByText('見直しの期限を過ぎています。')).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('link', { name: '署名した方針.png' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'ファイルを選ぶ' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: /署名した方針.*外す/ })).toHaveCount(0);
  await lookAt(chief);
  const [pdf] = await Promise.all([
    chief.waitForEvent('download'),
    chief.getByRole('button', { name: '第1版を印刷（PDF）' }).click(),
  ]);
  const bytes = await readFile(await pdf.path());
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
  const pictures = process.env.MAMORI_SHOTS;
  if (pictures) await writeFile(joinPath(pictures, 'regulation.pdf'), bytes);

  await chief.goto(`/facilities/${facility.id}/clauses/GOV7-3-07`);
  await chief.getByRole('link', { name: /^情報セキュリティ方針 第1版/ }).click();
  await expect(chief.getByRole('heading', { level: 1, name: '情報セキュリティ方針' })).toBeVisible();

  await page.reload();
  await page.getByRole('button', { name: '次の版の案を書く' }).click();
  const next = page.getByRole('dialog', { name: '次の版の案を書く' });
  await next.getByRole('button', { name: '案を保存する' }).click();
  await expect(next.getByText('前の版から変えたことを書いてください。')).toBeVisible();
  await next.getByLabel('前の版から変えたこと').fill('担当の名前を直した');
  await next.getByRole('button', { name: '案を保存する' }).click();
  await page.goto(`/facilities/${facility.id}/regulations`);
  await expect(page.getByText('第2版が承認待ち').last()).toBeVisible();
  await lookAt(page);
});
