import { png } from '#server/platform/files/testing/sample-files.ts';
import { concluded, plannedAudit, submittedRun } from './audits.ts';
import { expect, test } from './journey.ts';
import { lookAt } from './look-at.ts';
import { join, openFacility } from './people.ts';

test('the auditor finds, the facility corrects with proof, the auditor sends back and closes', async ({
  open,
  administrator,
}) => {
  const facility = await openFacility(administrator, { name: '岬診療所', type: 'clinic', beds: 0 });
  const planner = await join(facility, '企画 進', ['planner']);
  const auditor = await join(facility, '監査 明', ['auditor']);
  const runId = await submittedRun(facility, planner);
  const auditId = await plannedAudit(facility, auditor, ['S1', 'S2', 'S3']);
  await concluded(facility, auditor, auditId);

  const page = await open(auditor);
  await page.goto(`/facilities/${facility.id}/audits/${auditId}`);
  await page.getByRole('button', { name: '監査を報告する' }).click();
  await page.getByRole('button', { name: '報告する', exact: true }).click();
  await expect(page.getByText('監査の意見を書いてください。')).toBeVisible();
  await lookAt(page);
  await page.getByLabel('監査の意見').fill('職員への伝え方は良い。責任者の紙と機器の一覧を直してください。');
  await page.getByRole('button', { name: '報告する', exact: true }).click();
  await expect(page.getByText('指摘2件・良い点1件・残り2件')).toBeVisible();
  await expect(page.getByText('3問のうち1問は、自己点検と監査が同じでした。').first()).toBeVisible();
  await lookAt(page);

  const other = await open(planner);
  await other.goto(`/facilities/${facility.id}/audits/${auditId}`);
  const finding = other.getByRole('article', { name: '体制（S1）の指摘' });
  await finding.getByRole('button', { name: '原因・直し方・期限を書く' }).click();
  const plan = other.getByRole('dialog');
  await plan.getByLabel('原因').fill('見直す日を決めていなかった');
  await plan.getByLabel('直し方').fill('毎年4月の会議で見直す');
  await expect(plan.getByLabel('担当').getByRole('option', { name: '監査 明' })).toHaveCount(0);
  await plan.getByLabel('期限').fill('');
  await plan.getByRole('button', { name: '保存する' }).click();
  await expect(plan.getByText('期限を選んでください。')).toBeVisible();
  await lookAt(other);
  await plan.getByLabel('期限').fill('2020-12-31');
  await plan.getByLabel('担当').selectOption({ label: '企画 進' });
  await plan.getByRole('button', { name: '保存する' }).click();
  await expect(finding.getByText('期限を過ぎています')).toBeVisible();
  await finding.getByRole('button', { name: '証跡（S1）' }).click();
  const chooser = other.waitForEvent('filechooser');
  await finding.getByRole('button', { name: 'ファイルを選ぶ' }).click();
  await (await chooser).setFiles({ name: '責任者.png', mimeType: 'image/png', buffer: Buffer.from(png) });
  await expect(finding.getByRole('link', { name: '責任者.png' })).toBeVisible();
  await expect(finding.getByText('報告のあと')).toBeVisible();
  await finding.getByRole('button', { name: '直したと伝える' }).click();
  await other.getByRole('dialog').getByLabel('直したこと').fill('新しい紙に替えた');
  await lookAt(other);
  await other.getByRole('dialog').getByRole('button', { name: '直したと伝える' }).click();
  await expect(finding.getByText('確認待ち')).toBeVisible();

  await page.reload();
  const seen = page.getByRole('article', { name: '体制（S1）の指摘' });
  await seen.getByRole('button', { name: '直し足りないと返す' }).click();
  await page.getByRole('dialog').getByLabel('確かめたこと').fill('日付が入っていません');
  await page.getByRole('dialog').getByRole('button', { name: '直し足りないと返す' }).click();
  await expect(seen.getByText('直しています')).toBeVisible();
  await other.reload();
  await finding.getByRole('button', { name: '直したと伝える' }).click();
  await other.getByRole('dialog').getByLabel('直したこと').fill('日付も書いた');
  await other.getByRole('dialog').getByRole('button', { name: '直したと伝える' }).click();
  await expect(finding.getByText('確認待ち')).toBeVisible();
  await page.reload();
  await seen.getByRole('button', { name: '指摘を完了にする' }).click();
  await page.getByRole('dialog').getByLabel('確かめたこと').fill('日付の入った紙を見た');
  await page.getByRole('dialog').getByRole('button', { name: '指摘を完了にする' }).click();
  await expect(page.getByText('指摘2件・良い点1件・残り1件')).toBeVisible();
  await lookAt(page);
  for (const [name, ending] of [
    ['報告書（PDF）を受け取る', 'pdf'],
    ['報告書（Word）を受け取る', 'docx'],
    ['話し合い用の1枚を受け取る', 'pdf'],
  ] as const) {
    const file = page.waitForEvent('download');
    await page.getByRole('button', { name }).click();
    expect((await file).suggestedFilename()).toMatch(new RegExp(`秋の内部監査\\.${ending}$`));
  }

  await other.goto(`/facilities/${facility.id}/runs/${runId}/result`);
  await expect(other.getByText('自己点検と、監査や訓練で確かめた値')).toBeVisible();
  await lookAt(other);
  await other.goto(`/facilities/${facility.id}/runs/${runId}?area=S1`);
  await expect(other.getByText(/^監査では /)).toBeVisible();
  await lookAt(other);
});

test('auditors ask for evidence by a day and note what an executive says; the facility answers', async ({
  open,
  administrator,
}) => {
  const facility = await openFacility(administrator, { name: '浜辺診療所', type: 'clinic', beds: 0 });
  const planner = await join(facility, '企画 進', ['planner']);
  const auditor = await join(facility, '監査 明', ['auditor']);
  const auditId = await plannedAudit(facility, auditor, ['S1', 'S2']);
  const page = await open(auditor);
  await page.goto(`/facilities/${facility.id}/audits/${auditId}`);
  await page.getByRole('button', { name: '証跡や説明を頼む' }).click();
  const asking = page.getByRole('dialog');
  await asking.getByRole('button', { name: '証跡や説明を頼む' }).click();
  await expect(asking.getByText('頼むことを書いてください。')).toBeVisible();
  await expect(asking.getByText('頼む相手を選んでください。')).toBeVisible();
  await lookAt(page);
  await asking.getByLabel('設問').selectOption({ label: 'S1 安全管理の責任者を決めていますか' });
  await asking.getByLabel('頼むこと').fill('責任者を書いた紙');
  await asking.getByLabel('頼む相手').selectOption({ label: '企画 進' });
  await asking.getByLabel('期限').fill('2020-12-01');
  await asking.getByRole('button', { name: '証跡や説明を頼む' }).click();
  await expect(page.getByText('返事待ち')).toBeVisible();
  await page.getByRole('button', { name: '聞き取りを書く' }).click();
  const talk = page.getByRole('dialog');
  await talk.getByLabel('聞いた相手').fill('院長');
  await talk.getByLabel('聞いた日').fill('2026-11-20');
  await talk.getByLabel('聞いたことと、答え').fill('訓練は年1回。予算が足りない。');
  await lookAt(page);
  await talk.getByRole('button', { name: '聞き取りを保存する' }).click();
  await expect(page.getByText('訓練は年1回。予算が足りない。')).toBeVisible();
  await lookAt(page);

  const other = await open(planner);
  await other.goto(`/facilities/${facility.id}/audits/${auditId}`);
  await expect(other.getByText('期限を過ぎています')).toBeVisible();
  await expect(other.getByText('訓練は年1回。予算が足りない。')).toHaveCount(0);
  await other.getByRole('button', { name: '返事を書く' }).click();
  await other.getByRole('dialog').getByLabel('返事').fill('受付の壁に貼っています');
  await other.getByRole('dialog').getByRole('button', { name: '返事を保存する' }).click();
  await expect(other.getByText('返事あり')).toBeVisible();
  await expect(other.getByText(/企画 進さんの返事/)).toBeVisible();
  await lookAt(other);
});
