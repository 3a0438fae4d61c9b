import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { openRun } from '#server/app/testing/installation.ts';
import { pdfPages } from '#server/platform/documents/testing/pdf-text.ts';
import { expect, test } from './journey.ts';
import { lookAt } from './look-at.ts';
import { type Facility, join, openFacility, type Person } from './people.ts';
import { closedUp, printed } from './printed.ts';
import { answerByApi } from './questions.ts';

const dayMs = 24 * 60 * 60 * 1000;
/** A day of Japan so many days from now. */
const dayFromNow = (days: number) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' }).format(new Date(Date.now() + days * dayMs));

const matter = (title: string, more: object = {}) => ({
  kind: 'budget',
  title,
  matter: '見積りは2社から取りました。',
  cost: 1_200_000,
  effect: '外からの入口が1つ減ります。',
  waiting: '古い装置が、外につながったままになります。',
  neededBy: dayFromNow(20),
  source: null,
  ...more,
});
const ask = ({ caller }: Person, { id }: Facility, body: object) =>
  caller.call('POST', `/facilities/${id}/decision-requests`, body);
const decisionsOf = (page: Page) => page.getByRole('region', { name: '決めたこと' });
const dueOf = (page: Page) => page.getByRole('region', { name: /^今決めること/ });

test('a planner asks from a suggestion and by hand, and an executive decides, puts off and declines under numbers', async ({
  open,
  administrator,
}) => {
  const facility = await openFacility(administrator, { name: 'みなと診療所', type: 'clinic', beds: null });
  const planner = await join(facility, '企画 進', ['planner']);
  const run = await openRun(planner.caller, facility.id, 'small-facility');
  await answerByApi(planner, run, 'small-facility', () => ({ value: '1' }));
  await planner.caller.call('POST', `${run}/submission`);

  const page = await open(planner);
  await page.goto(`/facilities/${facility.id}`);
  await page.getByRole('link', { name: '経営者が決めること' }).first().click();
  await expect(page.getByText('今、決めることはありません')).toBeVisible();
  await expect(page.getByText('決める人が、まだいません')).toBeVisible();
  await lookAt(page);

  const director = await join(facility, '院 長太郎', ['executive']);
  await page.reload();
  await expect(page.getByText('決めてもらう案')).toBeVisible();
  await expect(page.getByText('決める人が、まだいません')).toHaveCount(0);
  await page.getByRole('button', { name: '「監査をする人を決める」を決めてもらう' }).click();
  const asking = page.getByRole('dialog', { name: '決めてもらうことを加える' });
  await expect(asking.getByLabel('内容')).toHaveValue(/3⑪/);
  await lookAt(page);
  await asking.getByRole('button', { name: '決めてもらう' }).click();
  await expect(dueOf(page).getByRole('heading', { name: '監査をする人を決める' })).toBeVisible();
  await expect(page.getByRole('button', { name: '「監査をする人を決める」を決めてもらう' })).toHaveCount(0);

  await page.getByRole('button', { name: '決めてもらうことを加える' }).click();
  await asking.getByLabel('費用（円）').fill('すこし');
  await asking.getByRole('button', { name: '決めてもらう' }).click();
  await expect(asking.getByText('何を決めてほしいかを書いてください。')).toBeVisible();
  await expect(asking.getByText(/^金額を数字で入力してください/)).toBeVisible();
  await lookAt(page);
  await asking.getByLabel('種類').selectOption({ label: 'リスクの受け入れ' });
  await asking.getByLabel('決めてほしいこと').fill('検査機器の古いOSを、更新まで使い続ける');
  await asking
    .getByLabel('内容')
    .fill('検査機器2台のOSは保守が終わっています。更新は来年度です。院内の網から切り離して使います。');
  await asking.getByLabel('費用（円）').fill('１５万');
  await asking.getByLabel('効果').fill('検査を止めずに、診療を続けられます。');
  await asking.getByLabel('決めないと').fill('網につながったまま、使い続けることになります。');
  await asking.getByRole('button', { name: '決めてもらう' }).click();
  await expect(page.getByText('決めてもらうことを加えました。')).toBeVisible();
  await ask(planner, facility, matter('VPN装置を更新する予算を決める'));

  const theirs = await open(director);
  await theirs.goto(`/facilities/${facility.id}`);
  await expect(theirs.getByText('経営者が決めることが3件あります').first()).toBeVisible();
  await theirs
    .getByRole('link', { name: /経営者が決めることが3件あります/ })
    .first()
    .click();
  await expect(dueOf(theirs).getByRole('listitem')).toHaveCount(3);
  await expect(theirs.getByText(/^総合 \d\.\d\d／3点$/)).toBeVisible();
  await lookAt(theirs);

  await theirs.getByRole('button', { name: '「検査機器の古いOSを、更新まで使い続ける」を決める' }).click();
  const deciding = theirs.getByRole('dialog', { name: 'この内容で決めますか' });
  await deciding.getByRole('button', { name: '決める' }).click();
  await expect(deciding.getByText('受け入れる最後の日を選んでください。')).toBeVisible();
  await lookAt(theirs);
  await deciding.getByLabel('受け入れる最後の日').fill(dayFromNow(120));
  await deciding.getByRole('button', { name: '決める' }).click();
  await expect(decisionsOf(theirs).getByText(/年度 第1号$/)).toBeVisible();

  await theirs.getByRole('button', { name: '「VPN装置を更新する予算を決める」を先に延ばす' }).click();
  const later = theirs.getByRole('dialog', { name: 'いつまで先に延ばしますか' });
  await later.getByLabel('もう一度話し合う日').fill(dayFromNow(0));
  await later.getByRole('button', { name: '先に延ばす' }).click();
  await expect(later.getByText('もう一度話し合う日は、明日からあとの日にしてください。')).toBeVisible();
  await later.getByLabel('もう一度話し合う日').fill(dayFromNow(30));
  await later.getByLabel('延ばす理由').fill('次の理事会で、見積りを比べるため。');
  await later.getByRole('button', { name: '先に延ばす' }).click();
  await expect(theirs.getByRole('region', { name: '先に延ばしたもの' })).toContainText('に、もう一度');

  await theirs.getByRole('button', { name: '「監査をする人を決める」を見送る' }).click();
  const declining = theirs.getByRole('dialog', { name: '見送る理由を書いてください' });
  await declining.getByRole('button', { name: '見送る' }).click();
  await expect(declining.getByText('見送る理由を書いてください。')).toBeVisible();
  await declining.getByLabel('見送る理由').fill('法人の監査室が行うため。');
  await declining.getByRole('button', { name: '見送る' }).click();
  const rows = decisionsOf(theirs).getByRole('row');
  await expect(rows).toHaveCount(4);
  await expect(rows.nth(1)).toContainText(
    /年度 第3号.*監査をする人を決める.*見送った.*法人の監査室が行うため。.*院 長太郎/,
  );
  await expect(theirs.getByText('今、決めることはありません')).toBeVisible();
  await lookAt(theirs);
  const { text } = await printed(theirs);
  expect(text.join('')).toContain(closedUp('第2号'));
  expect(text.join('')).not.toContain(closedUp('会議の1枚'));
});

test('of two executives the late one is told what was decided, the page is one PDF, and an auditor only sees', async ({
  open,
  administrator,
}) => {
  const facility = await openFacility(administrator, { name: 'みなと診療所', type: 'clinic', beds: null });
  const planner = await join(facility, '企画 進', ['planner']);
  const [first, second] = [
    await join(facility, '院 長太郎', ['executive']),
    await join(facility, '理事 一', ['executive']),
  ];
  const auditor = await join(facility, '監査 正', ['auditor']);
  const long = '見積りは2社から取り、どちらも保守の費用を含みます。'.repeat(8);
  await ask(planner, facility, matter('予約システムを終了する', { kind: 'closing', matter: long }));
  const { id, revision } = await ask(planner, facility, matter('職員の研修の予算を決める'));

  const theirs = await open(second);
  await theirs.goto(`/facilities/${facility.id}/decisions`);
  await theirs.getByRole('button', { name: '「予約システムを終了する」の続きを読む' }).press('Enter');
  await theirs.getByRole('button', { name: '「職員の研修の予算を決める」を決める' }).press('Enter');
  await first.caller.call('POST', `/facilities/${facility.id}/decisions`, {
    requestId: id,
    revision,
    outcome: 'declined',
    reason: '来年度にするため',
    until: null,
  });
  const dialog = theirs.getByRole('dialog', { name: 'この内容で決めますか' });
  await dialog.getByRole('button', { name: '決める' }).press('Enter');
  const late = theirs.getByRole('dialog', { name: 'ほかの人が先に決めました' });
  await expect(late.getByText(/第1号：見送った（院 長太郎さん）/)).toBeVisible();
  await lookAt(theirs);
  await late.getByRole('button', { name: '閉じる' }).click();
  await expect(decisionsOf(theirs)).toContainText('来年度にするため');

  const downloading = theirs.waitForEvent('download');
  await theirs.getByRole('button', { name: '会議の1枚（PDF）を受け取る' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('経営者が決めること_みなと診療所.pdf');
  const pages = await pdfPages(await readFile(await download.path()));
  expect(pages).toHaveLength(1);
  for (const words of ['予約システムを終了する', '第1号', '決めた人（署名）']) {
    expect(closedUp(pages[0]?.text ?? '')).toContain(closedUp(words));
  }

  const watching = await open(auditor);
  await watching.goto(`/facilities/${facility.id}/decisions`);
  await expect(dueOf(watching).getByText('予約システムを終了する')).toBeVisible();
  await expect(
    watching.getByRole('button', { name: /を(決める|先に延ばす|見送る|直す|取り下げる)$|決めてもらう/ }),
  ).toHaveCount(0);
  await lookAt(watching);

  const asks = await open(planner);
  await asks.goto(`/facilities/${facility.id}/decisions`);
  await asks.getByRole('button', { name: '「予約システムを終了する」の内容を直す' }).click();
  const edit = asks.getByRole('dialog', { name: '決めてもらうことを直す' });
  await edit.getByLabel('費用（円）').fill('');
  await edit.getByRole('button', { name: '内容を保存する' }).click();
  await expect(dueOf(asks).getByText('未定')).toBeVisible();
  await asks.getByRole('button', { name: '「予約システムを終了する」を取り下げる' }).click();
  const asked = asks.getByRole('alertdialog', { name: '決めてもらうことを取り下げますか' });
  await lookAt(asks);
  await asked.getByRole('button', { name: '取り下げる' }).click();
  await expect(asks.getByText('今、決めることはありません')).toBeVisible();
});
