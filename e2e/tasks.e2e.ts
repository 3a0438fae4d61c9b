import { openRun } from '#server/app/testing/installation.ts';
import { png } from '#server/platform/files/testing/sample-files.ts';
import { expect, test } from './journey.ts';
import { lookAt } from './look-at.ts';
import { join, openFacility } from './people.ts';
import { answerByApi, itemsIn, question } from './questions.ts';

const task = {
  title: '台帳を作る',
  ownerId: null,
  status: 'todo',
  costPlanned: 0,
  costSpent: 0,
  personDays: 1,
  aim: '',
  measuredBy: '',
};

test('the measures of a plan become what people do, by when and for how much, seen by time, state and day', async ({
  open,
  administrator,
}) => {
  const facility = await openFacility(administrator, { name: 'みなと診療所', type: 'clinic', beds: null });
  const planner = await join(facility, '企画 進', ['planner']);
  await join(facility, '運用 花子', ['operator']);
  const run = await openRun(planner.caller, facility.id, 'small-facility');
  await answerByApi(planner, run, 'small-facility', () => ({ value: '1' }));
  await planner.caller.call('POST', `${run}/submission`);

  const page = await open(planner);
  await page.goto(`/facilities/${facility.id}`);
  await page.getByRole('link', { name: '取り組み' }).first().click();
  await expect(page.getByText('この年度の取り組みは、まだありません')).toBeVisible();
  await lookAt(page);
  await page.goto(`${run}/plan`);
  await page.getByLabel('予算（円）').fill('10万');
  await page.getByLabel('手間（人日）').fill('10');
  await page.getByRole('button', { name: '対策を選ぶ' }).click();
  await page.getByRole('button', { name: 'この計画を取り組みにする' }).click();
  await page.getByRole('link', { name: '取り組みを見る' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '取り組み' })).toBeVisible();
  await expect(page.getByText('終わった取り組み')).toBeVisible();
  await expect(page.getByRole('table', { name: '分野ごとの予算の表' })).toBeVisible();
  await expect(page.getByText('終わったら、取り組みを直して「終わった」にします。')).toBeVisible();
  await lookAt(page);

  await page
    .getByRole('button', { name: /を直す$/ })
    .first()
    .click();
  const dialog = page.getByRole('dialog', { name: '取り組みを直す' });
  await dialog.getByRole('radio', { name: '進行中' }).press('Space');
  await dialog.getByLabel('担当').selectOption({ label: '運用 花子' });
  await dialog.getByLabel('使った費用（円）').fill('すこし');
  await dialog.getByRole('button', { name: '取り組みを保存する' }).click();
  await expect(dialog.getByText('金額を数字で入力してください').first()).toBeVisible();
  await lookAt(page);
  await dialog.getByLabel('使った費用（円）').fill('１万');
  await dialog.getByRole('button', { name: '取り組みを保存する' }).click();
  await expect(page.getByText('取り組みを直しました。')).toBeVisible();

  await page.getByRole('radio', { name: '状態ごと' }).press('Space');
  const doing = page.getByRole('region', { name: '進行中' });
  await expect(doing.getByText('担当 運用 花子')).toBeVisible();
  await expect(doing.getByText(/^費用：1万円 \/ 予定/)).toBeVisible();
  await lookAt(page);
  await page.getByRole('radio', { name: '期限の順' }).press('Space');
  await page.getByLabel('担当', { exact: true }).selectOption('担当がいません');
  await expect(page.getByText('担当 運用 花子')).toHaveCount(0);
  await lookAt(page);
  await page.getByRole('button', { name: 'すべての取り組みを見る' }).click();
  await expect(page.getByText('担当 運用 花子')).toBeVisible();

  await page.getByRole('button', { name: '取り組みを加える' }).click();
  const adding = page.getByRole('dialog', { name: '取り組みを加える' });
  await adding.getByRole('button', { name: '取り組みを保存する' }).click();
  await expect(adding.getByText('何をするかを書いてください。')).toBeVisible();
  await adding.getByLabel('すること').fill('保守の事業者と、連絡先を確かめる');
  await adding.getByRole('button', { name: '取り組みを保存する' }).click();
  await expect(page.getByText('保守の事業者と、連絡先を確かめる')).toBeVisible();

  const years = page.getByRole('radiogroup', { name: '年度' }).getByRole('radio');
  const lastYear = Number(await years.first().inputValue());
  await planner.caller.call('POST', `/facilities/${facility.id}/tasks`, {
    ...task,
    title: '去年からの宿題',
    fiscalYear: lastYear,
    dueOn: `${lastYear}-12-01`,
  });
  await page.reload();
  await expect(page.getByText(/に、終わっていない取り組みが1件あります$/)).toBeVisible();
  await lookAt(page);
  await page.getByRole('button', { name: /^令和\d+年度に持ち越す$/ }).click();
  const carrying = page.getByRole('alertdialog', { name: /^1件を令和\d+年度に持ち越しますか$/ });
  await expect(carrying.getByText('期限は、1年あとの日になります。')).toBeVisible();
  await lookAt(page);
  await carrying.getByRole('button', { name: '1件を持ち越す' }).click();
  await page.getByRole('link', { name: '去年からの宿題' }).click();
  await expect(page.getByRole('heading', { name: /^令和\d+年度から続いています$/ })).toBeVisible();
  await lookAt(page);
  await page.getByRole('link', { name: /^令和\d+年度の取り組みを開く$/ }).click();
  await expect(page.getByText('次の年度へ').first()).toBeVisible();
  await expect(page.getByRole('link', { name: /^令和\d+年度の取り組みを開く$/ })).toBeVisible();
});

test('of two who change one task the second is told, and staff may look and change nothing', async ({
  open,
  administrator,
}) => {
  const facility = await openFacility(administrator, { name: 'みなと診療所', type: 'clinic', beds: null });
  const staff = await join(facility, '受付 光', ['staff']);
  const { caller } = facility.administrator;
  const page = await open(facility.administrator);
  await page.goto(`/facilities/${facility.id}/tasks`);
  const year = await page.getByRole('radio', { checked: true }).first().inputValue();
  const standing = { ...task, dueOn: `${year}-04-01` };
  const { id, revision } = await caller.call('POST', `/facilities/${facility.id}/tasks`, {
    ...standing,
    fiscalYear: Number(year),
  });
  await page.reload();
  await page.getByRole('radio', { name: '期限の順' }).press('Space');
  await expect(page.getByText('期限を過ぎています')).toBeVisible();
  await page.getByRole('button', { name: '「台帳を作る」の取り組みを直す' }).click();
  await caller.call('PUT', `/facilities/${facility.id}/tasks/${id}`, { ...standing, revision, status: 'done' });
  const dialog = page.getByRole('dialog', { name: '取り組みを直す' });
  await dialog.getByLabel('すること').fill('機器の台帳を作る');
  await dialog.getByRole('button', { name: '取り組みを保存する' }).click();
  await expect(dialog.getByText('ほかの人が先に直しました')).toBeInViewport();
  await expect(dialog.getByText('状態：').locator('..')).toHaveText('状態：終わった');
  await expect(dialog.getByRole('button', { name: '取り組みを保存する' })).toHaveCount(0);
  await lookAt(page);
  await dialog.getByRole('button', { name: '入力を捨てて、今の内容を開く' }).click();
  await expect(dialog.getByLabel('すること')).toHaveValue('台帳を作る');
  await expect(dialog.getByRole('radio', { name: '終わった' })).toBeChecked();
  const again = (await caller.call('GET', `/facilities/${facility.id}/tasks/${id}`)).task;
  await caller.call('PUT', `/facilities/${facility.id}/tasks/${id}`, { ...standing, revision: again.revision });
  await dialog.getByLabel('すること').fill('機器の台帳を作る');
  await dialog.getByRole('button', { name: '取り組みを保存する' }).click();
  await dialog.getByRole('button', { name: 'この内容で上書きする' }).click();
  await expect(page.getByRole('link', { name: '機器の台帳を作る' })).toBeVisible();
  await expect(page.getByText('終わった', { exact: true }).first()).toBeVisible();

  const theirs = await open(staff);
  await theirs.goto(`/facilities/${facility.id}/tasks`);
  await theirs.getByRole('radio', { name: '期限の順' }).press('Space');
  await expect(theirs.getByText('台帳を作る')).toBeVisible();
  await expect(theirs.getByRole('button', { name: /直す|加える/ })).toHaveCount(0);
  await theirs.getByRole('link', { name: '台帳を作る' }).click();
  await expect(theirs.getByText('証跡は、「職員」の役割の人には見えません。')).toBeVisible();
  await theirs.getByLabel('書き込む内容').fill('受付の台帳もあります。');
  await theirs.getByRole('button', { name: 'やり取りに書き込む' }).click();
  await expect(theirs.getByRole('listitem').filter({ hasText: '受付の台帳もあります。' })).toBeVisible();
  await lookAt(theirs);
});

test('what was finished speaks for the answer at the next look, until a person has chosen it', async ({
  open,
  administrator,
}) => {
  const facility = await openFacility(administrator, { name: 'みなと診療所', type: 'clinic', beds: null });
  const planner = await join(facility, '企画 進', ['planner']);
  const safetyManager = await join(facility, '安全 守', ['safety-manager']);
  const { caller } = planner;
  const run = await openRun(caller, facility.id, 'small-facility');
  await answerByApi(planner, run, 'small-facility', () => ({ value: '1' }));
  await caller.call('POST', `${run}/submission`);
  const { fiscalYear } = await caller.call('GET', run);
  await caller.call('POST', `${run}/plan/acceptance`, { fiscalYear, measures: [{ id: 'MS1', quarter: 4 }] });
  const at = `/facilities/${facility.id}/tasks`;
  const { tasks } = await caller.call('GET', `${at}?fiscalYear=${fiscalYear}`);
  const [{ id, owner: _, fiscalYear: __, measureId: ___, addedOn: _added, ...made }] = tasks;
  await caller.call('PUT', `${at}/${id}`, { ...made, ownerId: null, status: 'done' });
  await safetyManager.caller.call('POST', `${run}/reopening`, { reason: '終わったことを反映する' });

  const page = await open(planner);
  await page.goto(run);
  const first = question(page, itemsIn('small-facility')[0]?.text ?? '');
  await expect(first).toContainText(
    '終わった取り組み：院長（管理者）を責任者と書いた1枚を掲示（証跡はまだありません）',
  );
  await expect(first).toContainText('取り組みに証跡を加えると、答えの見込みをここに出します。');
  await expect(first).not.toContainText('と考えられます');
  await expect(page.getByText('終わった取り組み：')).toHaveCount(1);
  await first.getByRole('link', { name: '院長（管理者）を責任者と書いた1枚を掲示' }).click();
  await expect(page.getByText('まだ、だれも書いていません。')).toBeVisible();
  await lookAt(page);
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'ファイルを選ぶ' }).click();
  await (await chooser).setFiles({ name: '掲示した紙.png', mimeType: 'image/png', buffer: Buffer.from(png) });
  await expect(page.getByRole('link', { name: '掲示した紙.png' })).toBeVisible();
  await page.getByRole('button', { name: 'やり取りに書き込む' }).click();
  await expect(page.getByText('書き込む内容を入力してください。')).toBeVisible();
  await page.getByLabel('書き込む内容').fill('受付に掲示しました。\n写真を付けます。');
  await page.getByRole('button', { name: 'やり取りに書き込む' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: '受付に掲示しました。' })).toBeVisible();
  await page.getByLabel('書き込む内容').fill('まちがえて書いたこと');
  await page.getByRole('button', { name: 'やり取りに書き込む' }).click();
  await page.getByRole('button', { name: '「まちがえて書いたこと」の書き込みを消す' }).click();
  await expect(page.getByText('書いた人が消しました。')).toBeVisible();
  await expect(page.getByText('まちがえて書いたこと')).toHaveCount(0);
  await lookAt(page);
  await page.goto(run);
  await expect(first).toContainText('（証跡：掲示した紙.png）');
  await expect(first).toContainText('終わったことから、答えは「2」と考えられます。');
  await lookAt(page);
  await first.getByRole('button', { name: '確かめて「2」と答える（S1）' }).click();
  await expect(first.getByRole('radio', { name: /^2/ })).toBeChecked();
  await expect(first).not.toContainText('と考えられます');
  await expect(first.getByRole('link', { name: '掲示した紙.png' })).toBeVisible();
});
