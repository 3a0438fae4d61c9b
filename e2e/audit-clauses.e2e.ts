import { plannedAudit } from './audits.ts';
import { expect, test } from './journey.ts';
import { lookAt } from './look-at.ts';
import { join, openFacility } from './people.ts';

test('clauses in the scope of an audit draw their items, and the register stands beside what those came to', async ({
  open,
  administrator,
}) => {
  const facility = await openFacility(administrator, { name: '潮路総合病院', type: 'hospital', beds: 240 });
  const executive = await join(facility, '院 長太郎', ['executive']);
  const auditor = await join(facility, '監査 明', ['auditor']);
  const step = { clauseId: 'GOV7-3-11', step: 'instructed', note: '', after: 0 };
  await executive.caller.call('POST', `/facilities/${facility.id}/clause-steps`, step);

  const chief = await open(executive);
  await chief.goto(`/facilities/${facility.id}/audits/plan`);
  await chief.getByLabel('始める日').fill('2026-12-01');
  await chief.getByLabel('終える日').fill('2026-12-10');
  await chief.getByRole('checkbox', { name: '体制', exact: true }).press('Space');
  await expect(chief.getByLabel('体制を監査する人')).toHaveCount(0);
  await chief.getByRole('button', { name: /対象の条項を選ぶ/ }).click();
  await chief.getByRole('checkbox', { name: /^1④/ }).press('Space');
  await chief.getByRole('checkbox', { name: /^3⑪/ }).press('Space');
  await expect(chief.getByText('対象の条項の設問だけ：H01-6')).toBeVisible();
  await chief.getByLabel('責任者', { exact: true }).selectOption({ label: '監査 明' });
  await chief.getByRole('button', { name: '残りの分野を責任者が監査する' }).click();
  await expect(chief.getByLabel('体制を監査する人')).toHaveValue(/./);
  await lookAt(chief);
  await chief.getByRole('button', { name: '計画を保存する' }).click();
  await expect(chief.getByText('監査を計画しました。')).toBeVisible();
  await expect(chief.getByText('体制（条項の設問だけ）')).toBeVisible();
  const clauses = chief.getByRole('region', { name: '対象の条項' });
  await expect(clauses.getByText(/^ガイドラインの記録：指示した（.*院 長太郎）$/)).toBeVisible();
  await expect(clauses.getByText('ガイドラインの記録：まだ', { exact: true })).toBeVisible();
  await expect(clauses.getByText('この点検票には、つながる設問がありません。')).toBeVisible();
  await lookAt(chief);

  const page = await open(auditor);
  await page.goto(chief.url());
  await page.getByRole('button', { name: '監査を始める' }).click();
  const theirs = page.getByRole('region', { name: '対象の条項' });
  await expect(theirs.getByText(/^H01-6 .*：結論はまだ$/)).toBeVisible();
  await page.getByRole('link', { name: '点検票を開く' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '体制' })).toBeVisible();
  await expect(page.getByRole('heading', { name: /独立した者による監査/ })).toBeVisible();
  await expect(page.getByText('1問のうち0問に回答済み')).toBeVisible();
  await page.getByRole('radio', { name: /一部だけ、または人に頼っている/ }).press('Space');
  await page.getByRole('radio', { name: '軽微な不適合' }).press('Space');
  await page.getByRole('textbox', { name: 'メモ' }).fill('改善の一覧がない');
  await page.getByRole('textbox', { name: 'メモ' }).blur();
  await lookAt(page);
  await expect(page.getByText(/保存しました|保存済み/).first()).toBeVisible();
  await page.goto(chief.url());
  await expect(theirs.getByText(/^H01-6 .*：軽微な不適合$/)).toBeVisible();
  await expect(theirs.getByText(/^ガイドラインの記録：指示した/)).toBeVisible();
  await lookAt(page);

  await chief.reload();
  await expect(clauses.getByText(/^H01-6 .*：結論はまだ$/)).toBeVisible();
});

test('what is found at a clause and a system no item speaks of is recorded by the team, and becomes a finding', async ({
  open,
  administrator,
}) => {
  const facility = await openFacility(administrator, { name: '沖浜総合病院', type: 'hospital', beds: 240 });
  const planner = await join(facility, '企画 進', ['planner']);
  const auditor = await join(facility, '監査 明', ['auditor']);
  const scope = { sheetId: 'hospital', clauses: ['GOV7-1-04'], systems: ['電子カルテ'] };
  const auditId = await plannedAudit(facility, auditor, [], scope);
  await auditor.caller.call('POST', `/facilities/${facility.id}/audits/${auditId}/run`);

  const page = await open(auditor);
  await page.goto(`/facilities/${facility.id}/audits/${auditId}`);
  const theirs = page.getByRole('region', { name: '対象の条項' });
  await page.getByRole('button', { name: '条項 1④の所見を書く' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: '所見を保存する' }).click();
  await expect(dialog.getByText('結論を選んでください。')).toBeVisible();
  await expect(dialog.getByText('所見を書いてください。')).toBeVisible();
  await lookAt(page);
  await dialog.getByRole('radio', { name: /^重大な不適合/ }).press('Space');
  await dialog.getByLabel('所見').fill('規程はあるが、決裁した記録がない');
  await dialog.getByRole('button', { name: '所見を保存する' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(theirs.getByText('規程はあるが、決裁した記録がない')).toBeVisible();
  const systems = page.getByRole('region', { name: '対象のシステム' });
  for (const [conclusion, words] of [
    [/^軽微な不適合/, '構成図が3年前のまま'],
    [/^観察事項/, '書き違えた所見'],
  ] as const) {
    await systems.getByRole('button', { name: 'システム 電子カルテの所見を書く' }).click();
    await dialog.getByRole('radio', { name: conclusion }).press('Space');
    await dialog.getByLabel('所見').fill(words);
    await dialog.getByRole('button', { name: '所見を保存する' }).click();
    await expect(dialog).toHaveCount(0);
    await expect(systems.getByText(words)).toBeVisible();
  }
  const wrong = systems.getByRole('listitem').filter({ hasText: '書き違えた所見' }).last();
  await wrong.getByRole('button', { name: '所見を消す' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: '所見を消す' }).click();
  await expect(wrong).toHaveCount(0);
  await systems.getByRole('button', { name: '所見を直す' }).click();
  await dialog.getByLabel('所見').fill('構成図が4年前のまま');
  await dialog.getByRole('button', { name: '所見を保存する' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(systems.getByText('構成図が4年前のまま')).toBeVisible();
  await lookAt(page);

  const other = await open(planner);
  await other.goto(`/facilities/${facility.id}/audits/${auditId}`);
  await expect(other.getByText('監査する人が確かめています。')).toBeVisible();
  await expect(other.getByText('規程はあるが、決裁した記録がない')).toHaveCount(0);
  await expect(other.getByRole('region', { name: '対象のシステム' })).toHaveCount(0);

  await page.getByRole('button', { name: '監査を報告する' }).click();
  await page.getByLabel('監査の意見').fill('決裁の記録と、電子カルテの構成図を直してください。');
  await page.getByRole('button', { name: '報告する', exact: true }).click();
  await expect(page.getByText('2件・残り2件')).toBeVisible();
  for (const place of ['条項 1④', 'システム 電子カルテ']) {
    await expect(page.getByRole('article', { name: `${place}の指摘` })).toBeVisible();
  }
  await expect(theirs.getByText('重大な不適合：規程はあるが、決裁した記録がない')).toBeVisible();
  await lookAt(page);

  await other.reload();
  const finding = other.getByRole('article', { name: 'システム 電子カルテの指摘' });
  await finding.getByRole('button', { name: '証跡（システム 電子カルテ）' }).click();
  await lookAt(other);
});
