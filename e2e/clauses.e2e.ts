import { png } from '#server/platform/files/testing/sample-files.ts';
import { expect, test } from './journey.ts';
import { lookAt } from './look-at.ts';
import { join, openFacility } from './people.ts';

test('a clause is instructed, carried out, reported and confirmed by those whose part it is, with its proof', async ({
  open,
  administrator,
}) => {
  const facility = await openFacility(administrator, { name: '汐見台総合病院', type: 'hospital', beds: 218 });
  const executive = await join(facility, '院 長太郎', ['executive']);
  const planner = await join(facility, '企画 進', ['planner']);

  const chief = await open(executive);
  await chief.goto(`/facilities/${facility.id}`);
  await chief.getByRole('link', { name: 'ガイドライン' }).first().click();
  await expect(chief.getByRole('heading', { level: 1, name: 'ガイドライン' })).toBeVisible();
  await expect(chief.getByText('/ 52条項')).toBeVisible();
  await expect(chief.getByText(/あなたの番の条項は、52あります。$/)).toBeVisible();
  await expect(chief.getByRole('link', { name: /の指示から始める$/ })).toBeVisible();
  await lookAt(chief);
  await chief.getByRole('link', { name: '規模・組織・特性に合う統制を考える' }).click();
  await expect(chief.getByText('この条項の意味')).toBeVisible();
  await chief.goBack();
  await chief.getByRole('link', { name: /^方針に沿い、実態に合って実行できる対策/ }).click();
  await chief.getByRole('button', { name: '「指示した」と記録する' }).click();
  const dialog = chief.getByRole('dialog', { name: '「指示した」と記録する' });
  await dialog
    .getByLabel('指示の内容（だれに、何を、いつまでに）')
    .fill('企画管理者へ：年末までに対策の一覧を出してください。');
  await lookAt(chief);
  await dialog.getByRole('button', { name: /と記録する$/ }).click();
  await expect(chief.getByText('次は、担当が実施したことを記録します。')).toBeVisible();

  const page = await open(planner);
  await page.goto(new URL(chief.url()).pathname);
  await expect(page.getByText('企画管理者へ：年末までに対策の一覧を出してください。')).toBeVisible();
  await page.getByRole('button', { name: '担当・期限・できない理由を書く' }).click();
  const edit = page.getByRole('dialog', { name: '担当・期限・できない理由を書く' });
  await edit.getByLabel('担当').selectOption({ label: '企画 進' });
  await edit.getByLabel('期限').fill('2020-12-31');
  await edit.getByLabel('文書').fill('対策一覧（共有フォルダの「規程」）');
  await edit.getByLabel('できない理由').fill('ウイルス対策の一部は、予算がないため来年度にする');
  await lookAt(page);
  await edit.getByRole('button', { name: '保存する' }).click();
  await expect(page.getByText('対策一覧（共有フォルダの「規程」）')).toBeVisible();
  await expect(page.getByText('期限を過ぎています')).toBeVisible();
  await page.getByRole('button', { name: 'この理由を認めるかを経営者に決めてもらう' }).click();
  await expect(page.getByText('経営者が決めるのを待っています。')).toBeVisible();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'ファイルを選ぶ' }).click();
  await (await chooser).setFiles({ name: '対策一覧.png', mimeType: 'image/png', buffer: Buffer.from(png) });
  await expect(page.getByRole('link', { name: '対策一覧.png' })).toBeVisible();
  for (const done of ['実施した', '報告した']) {
    await page.getByRole('button', { name: `「${done}」と記録する` }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /と記録する$/ })
      .click();
    await expect(page.getByText(`「${done}」と記録しました。`)).toBeVisible();
  }
  await expect(page.getByText('次は、経営層か安全管理責任者が報告を確かめます。')).toBeVisible();
  await lookAt(page);

  await chief.reload();
  await chief.getByRole('button', { name: '「確かめた」と記録する' }).click();
  await chief
    .getByRole('dialog')
    .getByRole('button', { name: /と記録する$/ })
    .click();
  await expect(chief.getByText('「確かめた」と記録しました。')).toBeVisible();
  await chief.getByRole('link', { name: '経営者が決めることを見る' }).click();
  await chief
    .getByRole('button', { name: /ができない理由を認める」を認める$/ })
    .first()
    .click();
  await chief.getByRole('dialog', { name: 'できない理由を認めますか' }).getByRole('button', { name: '認める' }).click();
  await expect(chief.getByText('今、決めることはありません')).toBeVisible();
  await page.reload();
  await expect(page.getByText(/第1号で「認めた」。/)).toBeVisible();
  await page.goto(`/facilities/${facility.id}/clauses`);
  await page.getByRole('radio', { name: '自分の担当' }).press('Space');
  await expect(page.getByRole('listitem').filter({ hasText: '担当 企画 進' })).toHaveCount(1);
  await expect(page.getByText('できない理由あり').last()).toBeVisible();
  await page.getByRole('radio', { name: '期限を過ぎた' }).press('Space');
  await expect(page.getByText('当てはまる条項はありません')).toBeVisible();
  await lookAt(page);
});

test('an auditor sees the clauses and records nothing, and of two the late one is told what stands', async ({
  open,
  administrator,
}) => {
  const facility = await openFacility(administrator, { name: '汐見台総合病院', type: 'hospital', beds: 218 });
  const executive = await join(facility, '院 長太郎', ['executive']);
  const auditor = await join(facility, '監査 明', ['auditor']);
  const at = `/facilities/${facility.id}/clauses/GOV7-3-02`;
  const seen = await open(auditor);
  await seen.goto(at);
  await expect(seen.getByText('次は、経営層か安全管理責任者が指示します。')).toBeVisible();
  await expect(seen.getByRole('button', { name: /記録する|書く|ファイルを選ぶ/ })).toHaveCount(0);
  await seen.goto(`/facilities/${facility.id}/clauses/GOV7-9-99`);
  await expect(seen.getByText('この番号の条項はありません')).toBeVisible();
  await lookAt(seen);

  const late = await open(executive);
  await late.goto(at);
  await late.getByRole('button', { name: '「指示した」と記録する' }).click();
  await executive.caller.call('POST', `/facilities/${facility.id}/clause-steps`, {
    clauseId: 'GOV7-3-02',
    step: 'instructed',
    note: '',
    after: 0,
  });
  await late
    .getByRole('dialog')
    .getByRole('button', { name: /と記録する$/ })
    .click();
  const refused = late.getByRole('dialog', { name: '「指示した」と記録する' });
  await expect(refused.getByText('院 長太郎さんが「指示した」と記録しました。')).toBeVisible();
  await expect(refused.getByRole('button', { name: /記録する/ })).toHaveCount(0);
  await lookAt(late);
});

test('of two who write about one clause the second sees what the first wrote, and overwrites it only on purpose', async ({
  open,
  administrator,
}) => {
  const facility = await openFacility(administrator, { name: '汐見台総合病院', type: 'hospital', beds: 218 });
  const { caller } = facility.administrator;
  const page = await open(facility.administrator);
  await page.goto(`/facilities/${facility.id}/clauses/GOV7-3-02`);
  await page.getByRole('button', { name: '担当・期限・できない理由を書く' }).click();
  const dialog = page.getByRole('dialog', { name: '担当・期限・できない理由を書く' });
  await dialog.getByLabel('文書').fill('あとの人の文書');
  const written = { clauseId: 'GOV7-3-02', ownerId: null, dueOn: null, undone: '' };
  const at = `/facilities/${facility.id}/clauses`;
  await caller.call('PUT', at, { ...written, revision: 0, documents: '先の人の文書' });
  await dialog.getByRole('button', { name: '保存する' }).click();
  await expect(dialog.getByText('文書：').locator('..')).toHaveText('文書：先の人の文書');
  await expect(dialog.getByLabel('文書')).toHaveValue('あとの人の文書');
  await lookAt(page);
  await dialog.getByRole('button', { name: 'この内容で上書きする' }).click();
  await expect(page.getByText('あとの人の文書')).toBeVisible();
});

test('a facility on cloud alone sees the parts with what is for it, what is to be checked, and why the rest is left out', async ({
  open,
  administrator,
}) => {
  const facility = await openFacility(administrator, { name: '汐見台クリニック', type: 'clinic', beds: null });
  const planner = await join(facility, '企画 進', ['planner']);
  const at = `/facilities/${facility.id}`;
  const page = await open(planner);
  await page.goto(`${at}/clauses`);
  await expect(page.getByText('システムの型（Ⅰ〜Ⅳ）が、まだ分かりません。')).toBeVisible();
  await page.getByRole('radio', { name: '企画管理編 6.0' }).press('Space');
  await expect(page.getByText('/ 16章')).toBeVisible();
  await lookAt(page);

  const { revision } = await planner.caller.call('GET', `${at}/profile`);
  const profile = { type: 'clinic', beds: null, functions: [], ehr: 'cloud', systemStaff: false, revision };
  await planner.caller.call('PUT', `${at}/profile`, profile);
  const servers = { ownServers: 'no', appOnPc: 'no' };
  await planner.caller.call('PUT', `${at}/sheet-choice`, { ...servers, updatesEntrusted: 'unclear' });
  await page.goto(`${at}/clauses?part=OPS6`);
  await expect(page.getByText('システムの型は Ⅳ です。')).toBeVisible();
  await expect(page.getByText('/ 15章')).toBeVisible();
  await page.getByRole('button', { name: '一覧から省いた3件を見る' }).click();
  await expect(page.getByRole('link', { name: 'ネットワーク' })).toBeVisible();
  await lookAt(page);
  await page.getByRole('link', { name: '事業者による保守対応等' }).click();
  await expect(page.getByText('求められること（要約）')).toBeVisible();
  await page.getByRole('button', { name: '「指示した」と記録する' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '記録する' }).click();
  await expect(page.getByText('「指示した」と記録しました。')).toBeVisible();
  await lookAt(page);
  await page.getByRole('link', { name: 'ガイドライン システム運用編 6.0' }).click();
  await expect(page.getByText('システムの型は Ⅳ です。')).toBeVisible();

  await planner.caller.call('PUT', `${at}/sheet-choice`, { ...servers, updatesEntrusted: 'yes' });
  await page.goto(`${at}/clauses`);
  await expect(page.getByText(/保守委託機関に当たる見込みです/)).toBeVisible();
  await expect(page.getByRole('radio', { name: '保守委託機関編 7.0' })).toBeChecked();
  await expect(page.getByText('公開の解説によります。使う前に原文を見てください。')).toBeVisible();
  await expect(page.getByText('要確認', { exact: true })).toHaveCount(1);
  await expect(page.getByRole('listitem').filter({ hasText: '9④' })).toBeVisible();
  await expect(page.getByRole('link', { name: /保守委託機関編 第7.0版の原文を開く/ }).first()).toHaveAttribute(
    'href',
    'https://www.mhlw.go.jp/content/10808000/001716297.pdf',
  );
  await lookAt(page);
  await page.getByRole('radio', { name: '経営管理編 7.0（省ける見込み）' }).press('Space');
  await expect(page.getByText('/ 52条項')).toBeVisible();
  await expect(page.getByText('要確認', { exact: true })).toHaveCount(1);
  await expect(page.getByRole('button', { name: /^一覧から省いた/ })).toBeHidden();
  await lookAt(page);
});
