import { png } from '#server/platform/files/testing/sample-files.ts';
import { expect, test } from './journey.ts';
import { lookAt } from './look-at.ts';
import { type Facility, join, openFacility, type Person } from './people.ts';

/** This year's run of the small sheet, every item at the highest step, submitted. */
async function submittedRun({ id }: Facility, { caller }: Person): Promise<string> {
  const at = `/facilities/${id}/runs`;
  const { id: runId } = await caller.call('POST', at, { sheetId: 'small-facility' });
  const items = ['S1', 'S2', 'S3', 'S4-1', 'S4-2', 'S5-1', 'S5-2', 'S6', 'S7', 'S8', 'S9', 'S10', 'S11'];
  for (const item of items) {
    await caller.call('PUT', `${at}/${runId}/answers/${item}`, { value: '3', note: '', revision: 0 });
  }
  await caller.call('POST', `${at}/${runId}/submission`);
  return runId;
}

/** An audit of some areas of the small sheet, all held by one person. */
async function plannedAudit({ id }: Facility, auditor: Person, areas: readonly string[]): Promise<string> {
  const { person } = await auditor.caller.call('GET', '/session');
  const plan = {
    kind: 'internal',
    title: '秋の内部監査',
    sheetId: 'small-facility',
    areas,
    clauses: [],
    systems: ['電子カルテ', '検査システム'],
    plannedFrom: '2026-11-01',
    plannedTo: '2026-12-10',
    team: [{ personId: person.id, lead: true, areas }],
  };
  return (await auditor.caller.call('POST', `/facilities/${id}/audits`, plan)).id;
}

/** Begins the audit and concludes three areas: one does not conform, one is good, one is to be improved. */
async function concluded({ id }: Facility, { caller }: Person, auditId: string): Promise<void> {
  const { runId } = await caller.call('POST', `/facilities/${id}/audits/${auditId}/run`);
  const answers = [
    ['S1', '1', 'minor', '責任者の紙が3年前のまま'],
    ['S2', '3', 'good-practice', '新しく入った人にもその日に伝えている'],
    ['S3', '1', 'major', '一覧に無い機器が4台あった'],
  ];
  for (const [item, value, conclusion, note] of answers) {
    const body = { value, conclusion, note, revision: 0 };
    await caller.call('PUT', `/facilities/${id}/runs/${runId}/answers/${item}`, body);
  }
}

test('an audit is planned with people independent of its areas; who is not is named with the reason', async ({
  open,
  administrator,
}) => {
  const facility = await openFacility(administrator, { name: '海辺診療所', type: 'clinic', beds: 0 });
  const executive = await join(facility, '院 長太郎', ['executive']);
  await join(facility, '監査 明', ['auditor']);
  await join(facility, '兼任 進', ['planner', 'auditor']);

  const chief = await open(executive);
  await chief.goto(`/facilities/${facility.id}`);
  await chief.getByRole('link', { name: '監査', exact: true }).first().click();
  await expect(chief.getByText('監査は、まだありません')).toBeVisible();
  await expect(chief.getByText('次の外部監査')).toBeVisible();
  await lookAt(chief);

  await chief.getByRole('link', { name: '監査を計画する' }).click();
  await expect(chief.getByText('兼任 進さんは選べません：企画管理者の役割があるため')).toBeVisible();
  await chief.getByRole('button', { name: '計画を保存する' }).click();
  await expect(chief.getByText('始める日を選んでください。')).toBeVisible();
  await lookAt(chief);
  await chief.getByLabel('始める日').fill('2026-12-01');
  await chief.getByLabel('終える日').fill('2026-11-01');
  await chief.getByRole('button', { name: '計画を保存する' }).click();
  await expect(chief.getByText('終える日を、始める日より前にはできません。')).toBeVisible();
  await chief.getByLabel('終える日').fill('2026-12-10');
  await chief.getByLabel('責任者', { exact: true }).selectOption({ label: '監査 明' });
  await chief.getByRole('button', { name: '残りの分野を責任者が監査する' }).click();
  await chief.getByLabel('体制を監査する人').selectOption({ label: 'まだ決めない' });
  await chief.getByRole('button', { name: /対象の条項を選ぶ/ }).click();
  await chief.getByRole('checkbox', { name: /^3⑪/ }).press('Space');
  await chief.getByLabel('対象のシステム').fill('電子カルテ\n遠隔保守の回線');
  await lookAt(chief);
  await chief.getByRole('button', { name: '計画を保存する' }).click();
  await expect(chief.getByText('監査する人のいない分野：体制')).toBeVisible();
  await expect(chief.getByText('電子カルテ、遠隔保守の回線')).toBeVisible();
  await expect(chief.getByText('この点検票には、つながる設問がありません。')).toBeVisible();
  await lookAt(chief);

  await chief.getByRole('link', { name: '計画を直す' }).click();
  await chief.getByLabel('体制を監査する人').selectOption({ label: '監査 明' });
  await lookAt(chief);
  await chief.getByRole('button', { name: '計画を保存する' }).click();
  await expect(chief.getByText('監査の計画を直しました。')).toBeVisible();
  await expect(chief.getByText('監査する人のいない分野：')).toHaveCount(0);
  await chief.getByRole('link', { name: '監査', exact: true }).first().click();
  await expect(chief.getByText('責任者 監査 明')).toBeVisible();
  await lookAt(chief);
});

test('the check sheet says how to look at each item, and takes what the auditor concludes', async ({
  open,
  administrator,
}) => {
  const facility = await openFacility(administrator, { name: '入江診療所', type: 'clinic', beds: 0 });
  const planner = await join(facility, '企画 進', ['planner']);
  const auditor = await join(facility, '監査 明', ['auditor']);
  await submittedRun(facility, planner);
  await plannedAudit(facility, auditor, ['S1', 'S2']);

  const page = await open(auditor);
  await page.goto(`/facilities/${facility.id}/audits`);
  await page.getByRole('link', { name: '秋の内部監査' }).click();
  await lookAt(page);
  await page.getByRole('button', { name: '監査を始める' }).click();
  await page.getByRole('link', { name: '点検票を開く' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '体制' })).toBeVisible();
  await expect(page.locator('a[aria-current]', { hasText: '監査' }).first()).toBeVisible();
  await expect(page.getByText('責任者はだれか。留守のときはだれが決めるか')).toBeVisible();
  await expect(page.getByText('3 行った記録があり、定期的に見直している（令和8年度）')).toBeVisible();
  await page.getByText('結論の選び方と、選ぶ数（サンプル）').click();
  await page.getByRole('radio', { name: /一部だけ、または人に頼っている/ }).press('Space');
  await page.getByRole('radio', { name: '軽微な不適合' }).press('Space');
  await page.getByRole('checkbox', { name: '検査システム' }).press('Space');
  await expect(page.getByRole('checkbox', { name: '検査システム' })).toBeChecked();
  await expect(page.getByText('書くまで報告できません。')).toBeVisible();
  await lookAt(page);
  await page.getByRole('textbox', { name: 'メモ' }).fill('責任者の紙が3年前のまま');
  await page.getByRole('textbox', { name: 'メモ' }).blur();
  await expect(page.getByText('書くまで報告できません。')).toHaveCount(0);
  await expect(page.getByText(/保存しました|保存済み/).first()).toBeVisible();
  await page.getByRole('button', { name: '履歴' }).click();
  await expect(page.getByText('結論：軽微な不適合').first()).toBeVisible();
  await lookAt(page);

  const other = await open(planner);
  await other.goto(`/facilities/${facility.id}/audits`);
  await other.getByRole('link', { name: '秋の内部監査' }).click();
  await expect(other.getByText('監査する人が確かめています。報告するまで、ほかの人には見えません。')).toBeVisible();
  await lookAt(other);
});

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
  const finding = other.getByRole('article', { name: '体制 S1の指摘' });
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
  const seen = page.getByRole('article', { name: '体制 S1の指摘' });
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

test('the team of an audit that has begun is changed by who leads it, with a reason that stays on the page', async ({
  open,
  administrator,
}) => {
  const facility = await openFacility(administrator, { name: '川辺診療所', type: 'clinic', beds: 0 });
  const auditor = await join(facility, '監査 明', ['auditor']);
  const planner = await join(facility, '企画 進', ['planner']);
  await join(facility, '監査 次郎', ['auditor']);
  await join(facility, '兼任 一郎', ['auditor', 'safety-manager']);
  const auditId = await plannedAudit(facility, auditor, ['S1', 'S2']);
  await auditor.caller.call('POST', `/facilities/${facility.id}/audits/${auditId}/run`);
  const page = await open(auditor);
  await page.goto(`/facilities/${facility.id}/audits/${auditId}/plan`);
  await expect(page.getByLabel('題名')).toBeVisible();
  await expect(page.getByLabel('責任者', { exact: true })).toHaveCount(0);
  await page.getByLabel('題名').fill('秋の内部監査（1回目）');
  await page.getByRole('button', { name: '計画を保存する' }).click();
  await expect(page.getByText('監査の計画を直しました。')).toBeVisible();
  await page.getByRole('button', { name: '監査する人を替える' }).click();
  const change = page.getByRole('dialog');
  await expect(
    change.getByText('兼任 一郎さんは選べません：医療情報システム安全管理責任者の役割があるため'),
  ).toBeVisible();
  await change.getByLabel('体制を監査する人').selectOption({ label: '監査 次郎' });
  await change.getByRole('button', { name: '監査する人を替える' }).click();
  await expect(change.getByText('替える理由を書いてください。')).toBeVisible();
  await lookAt(page);
  await change.getByLabel('替える理由').fill('長期の休みのため');
  await change.getByRole('button', { name: '監査する人を替える' }).click();
  await expect(page.getByText('監査する人を替えました。')).toBeVisible();
  await page.getByRole('button', { name: '始めたあとの入れ替え（1回）' }).click();
  await expect(page.getByText('理由：長期の休みのため')).toBeVisible();
  await lookAt(page);
  const other = await open(planner);
  await other.goto(`/facilities/${facility.id}/audits/${auditId}`);
  await expect(other.getByRole('button', { name: '監査する人を替える' })).toHaveCount(0);
  await expect(other.getByText('始めたあとの入れ替え（1回）')).toBeVisible();
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
