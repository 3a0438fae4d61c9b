import { readFile } from 'node:fs/promises';
import type { Page, Request } from '@playwright/test';
import { expect, test } from './journey.ts';
import { lookAt, phone } from './look-at.ts';
import { openFacility } from './people.ts';
import { closedUp, printed } from './printed.ts';
import { choose, itemsIn, question } from './questions.ts';

const questions = itemsIn('small-facility');
const network = itemsIn('network-level');
const stepOf = (id: string) => (id === 'S8' ? 'していない' : '決まりがあり、おおむね行っている');

async function begin(page: Page, kind = /^診療所/): Promise<void> {
  await page.goto('/');
  await lookAt(page);
  await page.getByRole('link', { name: 'アカウントなしで点検する' }).click();
  await expect(page.getByRole('heading', { name: 'アカウントなしで点検する' })).toBeFocused();
  await lookAt(page);
  await expect(page.getByText('設問は、ガイドライン・チェックリストに基づく独自設問です。')).toBeVisible();
  await page.getByRole('button', { name: kind }).click();
  await expect(page.getByRole('heading', { name: '13の設問に答える' })).toBeVisible();
}

async function seeResult(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: '点検の結果' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'まとめ' })).toContainText('11分野のうち1分野');
  await expect(page.getByRole('heading', { name: /^まず、この\d+つから$/ })).toBeVisible();
  await expect(page.getByRole('heading', { name: '「していない」1問' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'S8' }).first()).toBeVisible();
  await expect(page.getByText('（1になってから）').first()).toBeVisible();
}

test('a clinic checks itself without an account, prints the result and takes its answers along as a file', async ({
  open,
  administrator,
}) => {
  const page = await open();
  const sent: Request[] = [];
  page.on('request', (request) => sent.push(request));
  await begin(page);
  await lookAt(page);
  for (const { id, text } of questions) await choose(question(page, text), stepOf(id));
  await expect(page.getByText('すべての設問に答えました')).toBeVisible();
  await page.getByRole('link', { name: '結果を見る' }).first().click();
  await seeResult(page);
  await lookAt(page);

  await page.getByRole('link', { name: 'ネットワークの設問に答える' }).click();
  await expect(page.getByRole('heading', { name: '院内ネットワークの段階を調べる' })).toBeVisible();
  for (const { id, text } of network) await choose(question(page, text), id === 'N10' ? 'いいえ' : 'はい');
  await expect(page.getByText('今の答えでは レベル2')).toBeVisible();
  await expect(page.getByText('すべての設問に答えました')).toBeVisible();
  await lookAt(page);
  await page.getByRole('link', { name: '結果を見る' }).last().click();
  await expect(page.getByRole('list', { name: '院内ネットワークの段階はレベル2' })).toBeVisible();
  const network3 = page.getByRole('region', { name: 'ネットワークをレベル3に上げるには' });
  const axes = network3.getByRole('list').first().getByRole('listitem');
  await expect(axes).toHaveText([/○.*実現し、保っている/, /○.*実現し、保っている/, /△.*ある程度できている/]);
  const steps = network3.getByRole('list').last();
  await expect(steps.getByRole('listitem').first()).toHaveText(/^1構成図を描く.*5人日/);
  await expect(steps).toContainText('N10 が「はい」になります');
  const paper = (await printed(page)).text.join('');
  for (const words of ['11分野のうち1分野', 'まず、この', '院内ネットワーク', questions[0]?.text ?? '', 'S8'])
    expect(paper).toContain(closedUp(words));

  await page.reload();
  await seeResult(page);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '回答をファイルに保存する' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^まもり自己点検_診療所_\d{4}-\d\d-\d\d\.json$/);
  const kept = await file.path();
  expect(JSON.parse(await readFile(kept, 'utf8'))).toMatchObject({ format: 'mamori-self-check', kind: 'clinic' });

  const other = await open();
  await other.goto('/self-check/result');
  await expect(other.getByText('このタブには、まだ答えがありません')).toBeVisible();
  await lookAt(other);
  await other.getByRole('link', { name: '自己点検を始める' }).click();
  const chooser = other.waitForEvent('filechooser');
  await other.getByRole('button', { name: 'ファイルから続ける' }).click();
  await (await chooser).setFiles(kept);
  await expect(other.getByText('ファイルの答えを読み込みました。')).toBeVisible();
  await other.getByRole('link', { name: '結果を見る' }).first().click();
  await seeResult(other);

  const facility = await openFacility(administrator, { name: '汐凪内科', type: 'clinic', beds: null });
  const account = await open(facility.administrator);
  await account.goto(`/facilities/${facility.id}/runs`);
  const taking = account.waitForEvent('filechooser');
  await account.getByRole('button', { name: 'ファイルを選んで取り込む' }).click();
  await (await taking).setFiles(kept);
  await expect(account.getByText('「診療所・薬局・介護施設」に13問を取り込みました')).toBeVisible();
  await expect(account.getByText('「院内ネットワークの段階」に12問を取り込みました')).toBeVisible();
  await lookAt(account);

  expect(sent.filter((request) => request.method() !== 'GET' || request.postData() !== null)).toEqual([]);
  expect(await page.context().cookies()).toEqual([]);
});

for (const [kind, button] of [
  ['薬局', /^薬局/],
  ['介護施設', /^介護/],
] as const) {
  test(`a ${kind} answers the same thirteen, and its file says what it is`, async ({ open }) => {
    const page = await open();
    await begin(page, button);
    for (const { id, text } of questions) await choose(question(page, text), stepOf(id));
    await page.getByRole('link', { name: '結果を見る' }).first().click();
    await seeResult(page);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: '回答をファイルに保存する' }).click();
    expect((await download).suggestedFilename()).toContain(`まもり自己点検_${kind}_`);
  });
}

test('a file that is no self-check changes nothing and says why', async ({ open }) => {
  const page = await open();
  await begin(page);
  await choose(question(page, questions[0]?.text ?? ''), 'していない');
  await page.goto('/self-check');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'ファイルから続ける' }).click();
  const wrong = Buffer.from('{"format":"other"}');
  await (await chooser).setFiles({ name: 'a.json', mimeType: 'application/json', buffer: wrong });
  await expect(page.getByRole('alert')).toContainText('今の答えは変わっていません');
  await expect(page.getByText('13問のうち1問に回答済み')).toBeVisible();
});

test('on a phone the questions come one to a screen, down to the result', async ({ open }) => {
  const page = await open(undefined, undefined, { viewport: phone, hasTouch: true, isMobile: true });
  await begin(page);
  await lookAt(page);
  for (const [place, { id, text }] of questions.entries()) {
    await expect(page.getByRole('heading', { name: text })).toBeVisible();
    await choose(page.getByRole('radiogroup', { name: text }), stepOf(id));
    const last = place === questions.length - 1;
    await page.getByRole(last ? 'link' : 'button', { name: last ? '結果を見る' : '次の設問へ' }).tap();
  }
  await seeResult(page);
  await lookAt(page);
});
