import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { openRun } from '#server/app/testing/installation.ts';
import { pdfPages } from '#server/platform/documents/testing/pdf-text.ts';
import { expect, test } from './journey.ts';
import { lookAt } from './look-at.ts';
import { join, openFacility } from './people.ts';
import { closedUp } from './printed.ts';
import { answerByApi } from './questions.ts';
import { riskAcceptedOnce } from './risk-of-then.ts';

const dayMs = 24 * 60 * 60 * 1000;
/** A day of Japan so many days from now. */
const dayFromNow = (days: number) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' }).format(new Date(Date.now() + days * dayMs));
const hospital = { name: '汐見台総合病院', type: 'hospital', beds: 218 } as const;
const dialogOf = (page: Page, name: string) => page.getByRole('dialog', { name });

test('a risk is suggested, taken, estimated, treated and accepted by an executive until a day', async ({
  open,
  administrator,
}) => {
  const facility = await openFacility(administrator, hospital);
  const planner = await join(facility, '企画 進', ['planner']);
  const director = await join(facility, '院 長太郎', ['executive']);
  const run = await openRun(planner.caller, facility.id, 'hospital');
  await answerByApi(planner, run, 'hospital', ({ id }) => ({ value: id.startsWith('H15') ? '0' : '2' }));
  await planner.caller.call('POST', `${run}/submission`);

  const page = await open(planner);
  await page.goto(`/facilities/${facility.id}`);
  await page.getByRole('link', { name: 'リスク', exact: true }).first().click();
  await expect(page.getByText('リスクは、まだありません')).toBeVisible();
  await lookAt(page);
  await page.getByRole('navigation', { name: 'リスクのほかの画面' }).getByRole('link', { name: 'リスクの案' }).click();
  const first = page.getByRole('region', { name: 'バックアップまで失い、診療の記録を戻せない' });
  await expect(first.getByText('点検の「バックアップ」が0.0点です')).toBeVisible();
  await first.getByRole('button', { name: /ほかの施設で起きたこと/ }).click();
  await expect(first.getByText('要確認')).toBeVisible();
  await lookAt(page);
  await page
    .getByRole('button', { name: /^「持ち出した端末.*取り上げない$|^「USB.*取り上げない$|取り上げない$/ })
    .last()
    .click();
  await dialogOf(page, '今年度は取り上げませんか').getByLabel('理由').fill('その機器を使っていない');
  await lookAt(page);
  await page.getByRole('button', { name: '今年度は取り上げない', exact: true }).last().click();
  await expect(page.getByRole('heading', { name: '今年度は取り上げないもの' })).toBeVisible();
  await first.getByRole('button', { name: 'をリスクに加える' }).click();

  await expect(page.getByRole('heading', { level: 1, name: /^1番 バックアップまで失い/ })).toBeVisible();
  await lookAt(page);
  await page.getByRole('button', { name: 'リスクの内容を直す' }).click();
  const edit = dialogOf(page, 'リスクの内容を直す');
  await edit.getByLabel('止まる時間（時間）').fill('たくさん');
  await edit.getByRole('button', { name: '保存する' }).click();
  await expect(edit.getByText('数字で入力してください')).toBeVisible();
  await lookAt(page);
  await edit.getByLabel('止まる時間（時間）').fill('７２０時間');
  await edit.getByLabel('影響する患者（人）').fill('3,000');
  await edit.getByLabel('担当').selectOption({ label: '企画 進' });
  await edit.getByRole('button', { name: '保存する' }).click();
  await expect(page.getByText('電子カルテが720時間（30日）止まる、患者3,000人に影響')).toBeVisible();

  await page.getByRole('button', { name: 'リスクを見積もる' }).click();
  const estimate = dialogOf(page, 'リスクを見積もる');
  await expect(estimate.getByText('目安は「きわめて大きい」です')).toBeVisible();
  await estimate.getByLabel(/^起こりやすさ/).selectOption('3');
  await expect(estimate.getByText('15（急ぐ）')).toBeVisible();
  await lookAt(page);
  await estimate.getByRole('button', { name: '保存する' }).click();
  await expect(page.getByText('15（急ぐ）　ときどき × きわめて大きい')).toBeVisible();

  await page.getByRole('button', { name: '対応を加える' }).first().click();
  const treat = dialogOf(page, '対応を加える');
  await treat.getByLabel('対策から選ぶ').selectOption({ index: 1 });
  await expect(treat.getByLabel('すること')).not.toHaveValue('');
  await treat.getByLabel('期限').fill(dayFromNow(60));
  await lookAt(page);
  await treat.getByRole('button', { name: '対応を加える' }).click();
  await expect(page.getByText('物理の守り（サーバ室など、バックアップ）・防ぐ（予防的）')).toBeVisible();

  await page.getByRole('button', { name: '見積もりを直す' }).click();
  await estimate.getByText('対応の後に残る大きさも見積もる').click();
  await estimate.getByLabel('残る起こりやすさ').selectOption('5');
  await estimate.getByRole('button', { name: '保存する' }).click();
  await expect(estimate.getByText('対応の後のほうが大きくなっています')).toBeVisible();
  await lookAt(page);
  await estimate.getByLabel('残る起こりやすさ').selectOption('2');
  await estimate.getByLabel('残る影響の大きさ').selectOption('4');
  await estimate.getByRole('button', { name: '保存する' }).click();
  await expect(page.getByText('8（注意）　少ない × 大きい')).toBeVisible();

  await page.getByRole('button', { name: '受容するかを経営者に決めてもらう' }).click();
  const accept = dialogOf(page, '受容するかを経営者に決めてもらう');
  await accept.getByRole('button', { name: '決めてもらう' }).click();
  await expect(accept.getByText('受け入れる理由を書いてください。')).toBeVisible();
  await accept.getByLabel('受け入れる理由').fill('書換え不可の保管は、来年度の予算で入れる');
  await accept.getByLabel('受け入れたい最後の日').fill(dayFromNow(120));
  await lookAt(page);
  await accept.getByRole('button', { name: '決めてもらう' }).click();
  await expect(page.getByText('経営者が決めるのを待っています。')).toBeVisible();

  const chief = await open(director);
  await chief.goto(new URL(page.url()).pathname);
  await expect(chief.getByRole('button', { name: /直す|見積もる|加える/ })).toHaveCount(0);
  await chief.getByRole('link', { name: '経営者が決めることを見る' }).click();
  await expect(chief.getByText('残る大きさ：8（注意）').first()).toBeVisible();
  await chief
    .getByRole('button', { name: /を決める$/ })
    .first()
    .click();
  await chief.getByRole('dialog').getByLabel('受け入れる最後の日').fill(dayFromNow(90));
  await chief.getByRole('dialog').getByRole('button', { name: '決める' }).click();
  await expect(chief.getByText('今、決めることはありません')).toBeVisible();
  await page.reload();
  await expect(page.getByText(/まで受け入れています（令和\d+年度 第1号）/)).toBeVisible();
  await lookAt(page);

  await page.goto(`/facilities/${facility.id}/risks`);
  await expect(page.getByRole('listitem').getByText('受容中')).toBeVisible();
  await page.getByText('対応の後に残るもの').first().click();
  await page.getByRole('button', { name: /起こりやすさ「少ない」・影響「大きい」の1件だけを見る/ }).click();
  await expect(page.getByText('地図の「少ない × 大きい」だけを見ています。')).toBeVisible();
  await page.getByRole('button', { name: '表で見る' }).click();
  await lookAt(page);
  await page.getByLabel('状態').selectOption({ label: '終わった（0件）' });
  await expect(page.getByText('当てはまるリスクはありません')).toBeVisible();
  await page.getByRole('button', { name: 'すべてのリスクを見る' }).last().click();
  await expect(page.getByRole('link', { name: /^バックアップまで失い/ })).toBeVisible();

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '会議の一覧（PDF）' }).click();
  expect((await download).suggestedFilename()).toBe('リスクの一覧.pdf');
  const [sheet] = await pdfPages(await readFile(await (await download).path()));
  expect(closedUp(sheet?.text ?? '')).toContain('受容中1件');

  await page.getByRole('link', { name: '対応の抜け（表4-1）' }).click();
  await expect(page.getByText('13行のうち')).toBeVisible();
  await lookAt(page);
  await page.getByRole('link', { name: '物理の守り（サーバ室など、バックアップ）' }).click();
  await expect(page.getByRole('link', { name: /^バックアップまで失い/ })).toBeVisible();
});

test('when the day is over the decision is asked for again, and so it is where more remains than was accepted', async ({
  open,
  administrator,
  mamori,
}) => {
  const facility = await openFacility(administrator, hospital);
  const planner = await join(facility, '企画 進', ['planner']);
  const executive = await join(facility, '院 長太郎', ['executive']);
  await riskAcceptedOnce(mamori, facility, { planner, executive });

  const chief = await open(executive);
  await chief.goto(`/facilities/${facility.id}/risks`);
  await expect(chief.getByRole('listitem').getByText('受容の期限切れ')).toBeVisible();
  await chief.getByRole('link', { name: '古い検査機器を使い続ける' }).click();
  await expect(chief.getByText('受け入れる期限が過ぎました。')).toBeVisible();
  await lookAt(chief);
  await chief.getByRole('link', { name: '経営者が決めることを見る' }).click();
  await expect(chief.getByText('受け入れの期限が過ぎました')).toBeVisible();
  await chief
    .getByRole('button', { name: /を決める$/ })
    .first()
    .click();
  await chief.getByRole('dialog').getByLabel('受け入れる最後の日').fill(dayFromNow(60));
  await chief.getByRole('dialog').getByRole('button', { name: '決める' }).click();
  await expect(chief.getByText('今、決めることはありません')).toBeVisible();

  const page = await open(planner);
  await page.goto(`/facilities/${facility.id}/risks`);
  await page.getByRole('link', { name: '古い検査機器を使い続ける' }).click();
  await expect(page.getByText(/まで受け入れています/)).toBeVisible();
  await page.getByRole('button', { name: '見積もりを直す' }).click();
  const estimate = dialogOf(page, 'リスクを見積もる');
  await expect(estimate.getByText('このリスクは受容中です')).toBeVisible();
  await lookAt(page);
  await estimate.getByLabel('残る起こりやすさ').selectOption('3');
  await estimate.getByRole('button', { name: '保存する' }).click();
  await expect(page.getByText('経営者が決めるのを待っています。', { exact: true }).first()).toBeVisible();
  await expect(page.getByText('受け入れたときのリスクではなくなりました')).toBeVisible();
  await expect(page.getByText(/第2号で受け入れたあとに変わったこと：残る大きさ。/)).toBeVisible();
  await lookAt(page);
  await chief.reload();
  await expect(
    chief.getByText(/残る大きさが.+から.+に変わりました（.*第2号で受け入れたあと）。/).first(),
  ).toBeVisible();
  await lookAt(chief);
  await page.getByRole('button', { name: '受容をやめる' }).click();
  await lookAt(page);
  await page.getByRole('alertdialog').getByRole('button', { name: '受容をやめる' }).click();
  await expect(page.getByText('経営者に決めてもらうことには、まだ加わっていません。')).toBeVisible();
  await page.getByRole('button', { name: 'このリスクを終わりにする' }).click();
  await dialogOf(page, 'このリスクを終わりにしますか').getByLabel('終わりにする理由').fill('機器をなくした');
  await lookAt(page);
  await page.getByRole('button', { name: 'リスクを終わりにする', exact: true }).click();
  await expect(page.getByRole('heading', { name: '終わったリスク' })).toBeVisible();
  await lookAt(page);
});

test('the criteria are made the facility’s own, and another number of levels takes the estimates along with a mark', async ({
  open,
  administrator,
}) => {
  const facility = await openFacility(administrator, hospital);
  const planner = await join(facility, '企画 進', ['planner']);
  const auditor = await join(facility, '監査 明', ['auditor']);
  const page = await open(planner);
  await page.goto(`/facilities/${facility.id}/risks`);
  await page.getByRole('button', { name: 'リスクを加える' }).click();
  const adding = dialogOf(page, 'リスクを加える');
  await adding.getByRole('button', { name: 'リスクを加える' }).click();
  await expect(adding.getByText('どんなリスクかを書いてください。')).toBeVisible();
  await adding.getByLabel('どんなリスクか').fill('停電で電子カルテが止まる');
  await adding.getByLabel('守るもの（資産）').fill('電子カルテ、無停電電源');
  await lookAt(page);
  await adding.getByRole('button', { name: 'リスクを加える' }).click();
  await page.getByRole('button', { name: 'リスクを見積もる' }).click();
  const estimate = dialogOf(page, 'リスクを見積もる');
  await estimate.getByLabel(/^起こりやすさ/).selectOption('4');
  await estimate.getByLabel(/^影響の大きさ/).selectOption('3');
  await estimate.getByRole('button', { name: '保存する' }).click();
  await expect(page.getByText('12（注意）　多い × 中くらい')).toBeVisible();

  await page.goto(`/facilities/${facility.id}/risks/criteria`);
  await expect(page.getByText('この製品が案として出している基準です')).toBeVisible();
  await lookAt(page);
  await page.getByLabel('「急ぐ」と呼ぶ、いちばん小さい数').fill('40');
  await page.getByRole('button', { name: '基準を保存する' }).click();
  await expect(page.getByText('「急ぐ」は、「注意」より大きく、25までの数にしてください。')).toBeVisible();
  await lookAt(page);
  await page
    .getByRole('group', { name: '起こりやすさの段の数' })
    .or(page.getByRole('radiogroup', { name: '起こりやすさの段の数' }))
    .getByRole('radio', { name: '3段' })
    .press('Space');
  await expect(page.getByText('起こりやすさ：5段から3段へ（1→1、2→2、3→2、4→3、5→3）')).toBeVisible();
  await page.getByLabel('「急ぐ」と呼ぶ、いちばん小さい数').fill('12');
  await lookAt(page);
  await page.getByRole('button', { name: '基準を保存する' }).click();
  await expect(page.getByText('見積もりの基準を保存しました。')).toBeVisible();

  const seen = await open(auditor);
  await seen.goto(`/facilities/${facility.id}/risks`);
  await expect(seen.getByText('見積もりを見直すリスクが1件あります')).toBeVisible();
  await expect(seen.getByText('リスクを書く人が見直すのを待っています。')).toBeVisible();
  await lookAt(seen);
  await seen.getByRole('link', { name: '見直し待ちを見る' }).click();
  await expect(seen.getByText('見直し待ちのリスクだけを見ています。')).toBeVisible();
  await seen.getByRole('link', { name: '停電で電子カルテが止まる' }).click();
  await expect(seen.getByText('9（注意）　いつでも × 中くらい')).toBeVisible();
  await expect(seen.getByRole('button', { name: /直す|見積もる|加える|終わり/ })).toHaveCount(0);
  await seen.goto(`/facilities/${facility.id}/risks/criteria`);
  await expect(seen.getByRole('button', { name: '基準を保存する' })).toHaveCount(0);
  await lookAt(seen);
  await seen.goto(`/facilities/${facility.id}/risks/suggestions`);
  await expect(seen.getByText('リスクの案は、リスクを書く人が見られます')).toBeVisible();

  await page.goto(`/facilities/${facility.id}/risks`);
  await page.getByRole('link', { name: '停電で電子カルテが止まる' }).click();
  await page.getByRole('button', { name: 'リスクを見積もる' }).click();
  await estimate.getByRole('button', { name: '保存する' }).click();
  await expect(page.getByText('見直し待ち')).toHaveCount(0);
});
