import { expect, test } from './journey.ts';
import { lookAt } from './look-at.ts';
import { type Facility, join, openFacility, type Person } from './people.ts';

/** This year's run of the small sheet, every item at the highest step, submitted. */
async function submittedRun({ id }: Facility, { caller }: Person): Promise<void> {
  const at = `/facilities/${id}/runs`;
  const { id: runId } = await caller.call('POST', at, { sheetId: 'small-facility' });
  const items = ['S1', 'S2', 'S3', 'S4-1', 'S4-2', 'S5-1', 'S5-2', 'S6', 'S7', 'S8', 'S9', 'S10', 'S11'];
  for (const item of items) {
    await caller.call('PUT', `${at}/${runId}/answers/${item}`, { value: '3', note: '', revision: 0 });
  }
  await caller.call('POST', `${at}/${runId}/submission`);
}

/** An audit of some areas of the small sheet, all held by one person. */
async function plannedAudit({ id }: Facility, auditor: Person, areas: readonly string[]): Promise<string> {
  const { person } = await auditor.caller.call('GET', '/session');
  const plan = {
    ...{ kind: 'internal', title: '秋の内部監査', sheetId: 'small-facility', areas, clauses: [], systems: '' },
    ...{ plannedFrom: '2026-11-01', plannedTo: '2026-12-10', team: [{ personId: person.id, lead: true, areas }] },
  };
  return (await auditor.caller.call('POST', `/facilities/${id}/audits`, plan)).id;
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
  await expect(chief.getByText('始める日は、年月日で入れてください（例: 2026-11-27）。')).toBeVisible();
  await lookAt(chief);
  await chief.getByLabel('始める日').fill('2026-12-01');
  await chief.getByLabel('終える日').fill('2026-11-01');
  await chief.getByRole('button', { name: '計画を保存する' }).click();
  await expect(chief.getByText('終える日を、始める日より前にはできません。')).toBeVisible();
  await chief.getByLabel('終える日').fill('2026-12-10');
  await chief.getByLabel('責任者', { exact: true }).selectOption({ label: '監査 明' });
  await chief.getByRole('button', { name: '残りの分野を責任者の受け持ちにする' }).click();
  await chief.getByLabel('体制を見る人').selectOption({ label: 'まだ決めない' });
  await chief.getByRole('button', { name: /対象の条項を選ぶ/ }).click();
  await chief.getByRole('checkbox', { name: /^3⑪/ }).press('Space');
  await lookAt(chief);
  await chief.getByRole('button', { name: '計画を保存する' }).click();
  await expect(chief.getByText('見る人のいない分野：体制')).toBeVisible();
  await lookAt(chief);

  await chief.getByRole('link', { name: '計画を直す' }).click();
  await chief.getByLabel('体制を見る人').selectOption({ label: '監査 明' });
  await lookAt(chief);
  await chief.getByRole('button', { name: '計画を保存する' }).click();
  await expect(chief.getByText('監査の計画を直しました。')).toBeVisible();
  await expect(chief.getByText('見る人のいない分野：')).toHaveCount(0);
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
  await expect(page.getByText('責任者はだれか。留守のときはだれが決めるか')).toBeVisible();
  await expect(page.getByText('3 行った記録があり、定期的に見直している（令和8年度）')).toBeVisible();
  await page.getByText('結論の選び方と、サンプルの数').click();
  await page.getByRole('radio', { name: /一部だけ、または人に頼っている/ }).press('Space');
  await page.getByRole('radio', { name: '軽微な不適合' }).press('Space');
  await expect(page.getByText('書くまで報告できません。')).toBeVisible();
  await lookAt(page);
  await page.getByLabel('メモ').fill('責任者の紙が3年前のまま');
  await page.getByLabel('メモ').blur();
  await expect(page.getByText('書くまで報告できません。')).toHaveCount(0);
  await expect(page.getByText(/保存しました|保存ずみ/).first()).toBeVisible();
  await page.getByRole('button', { name: '履歴' }).click();
  await expect(page.getByText('結論：軽微な不適合').first()).toBeVisible();
  await lookAt(page);

  const other = await open(planner);
  await other.goto(`/facilities/${facility.id}/audits`);
  await other.getByRole('link', { name: '秋の内部監査' }).click();
  await expect(other.getByText('監査する人が確かめています。報告するまで、ほかの人には見えません。')).toBeVisible();
  await lookAt(other);
});
