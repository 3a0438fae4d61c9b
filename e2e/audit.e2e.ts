import { plannedAudit, submittedRun } from './audits.ts';
import { expect, test } from './journey.ts';
import { lookAt } from './look-at.ts';
import { join, openFacility } from './people.ts';

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
