import { japaneseDay } from '#core/kernel/fiscal-year.ts';
import { askedLongAgo } from './asked-long-ago.ts';
import { today } from './days.ts';
import { expect, test } from './journey.ts';
import { lookAt, phone } from './look-at.ts';
import { type Facility, join, openFacility, type Person } from './people.ts';
import { choose, itemsIn, question } from './questions.ts';

const textOf = (label: string) => itemsIn('checklist-vendor').find((item) => item.label === label)?.text ?? '';

test('a hospital lists the systems of its vendors and enters what one of them answered on paper', async ({
  open,
  administrator,
}) => {
  const facility = await openFacility(administrator, { name: '汐見台総合病院', type: 'hospital', beds: 218 });
  const planner = await join(facility, '企画 進', ['planner']);
  const page = await open(planner);
  await page.goto(`/facilities/${facility.id}/compliance`);
  await page.getByRole('link', { name: '事業者の様式を見る' }).click();
  await expect(page.getByText('事業者のシステムは、まだありません')).toBeVisible();
  await lookAt(page);

  await page.getByRole('button', { name: 'システムを加える' }).click();
  const dialog = page.getByRole('dialog', { name: '事業者のシステムを加える' });
  await dialog.getByLabel('事業者').fill('青葉システム株式会社');
  await dialog.getByLabel('メールアドレス').fill('sato');
  await dialog.getByRole('button', { name: 'システムを加える' }).click();
  await expect(dialog.getByText('システムの名前を入れてください。')).toBeVisible();
  await expect(dialog.getByText(/メールアドレスの形で入力してください/)).toBeVisible();
  await lookAt(page);
  await dialog.getByLabel('システム').fill('電子カルテ');
  await dialog.getByLabel('担当者').fill('佐藤 花子');
  await dialog.getByLabel('メールアドレス').fill('');
  await dialog.getByRole('button', { name: 'システムを加える' }).click();
  await expect(page.getByRole('heading', { level: 3, name: '電子カルテ' })).toBeVisible();
  await expect(page.getByText('依頼前')).toBeVisible();

  await page.getByRole('button', { name: '電子カルテの回答を紙から入れる' }).click();
  await expect(page.getByText('青葉システム株式会社の「電子カルテ」についての様式です。')).toBeVisible();
  const first = question(page, textOf('1-①'));
  await choose(first, 'いいえ');
  await first.getByLabel('目標日').fill(today().last);
  await first.getByLabel('目標日').blur();
  await expect(page.getByText(/保存しました/).first()).toBeVisible();
  await lookAt(page);
  await page.getByRole('link', { name: '一覧を見る' }).click();
  await expect(page.getByText('13問のうち1問')).toBeVisible();
  await expect(page.getByText(`目標日 ${japaneseDay(today().last)}`)).toBeVisible();
  await lookAt(page);

  await page.getByRole('button', { name: 'ほか' }).click();
  await page.getByRole('button', { name: '使い終わったことにする' }).click();
  const asked = page.getByRole('alertdialog');
  await lookAt(page);
  await asked.getByRole('button', { name: '使い終わったことにする' }).click();
  await page.getByRole('button', { name: '使い終わったシステム 1' }).click();
  await expect(page.getByRole('link', { name: '回答を見る' })).toBeVisible();
  await expect(page.getByText('使っているシステムはありません')).toBeVisible();
  await lookAt(page);
  await page.getByRole('button', { name: '電子カルテを、使っている一覧に戻す' }).click();
  await expect(page.getByText('回答の途中')).toBeVisible();
});

const system = { vendor: '青葉システム株式会社', system: '電子カルテ', contact: '佐藤 花子', email: '' };

async function addedSystem(facility: Facility, { caller }: Person): Promise<string> {
  const { id } = await caller.call('POST', `/facilities/${facility.id}/vendor-systems`, system);
  return id;
}

async function askedLink(facility: Facility, { caller }: Person, systemId: string): Promise<string> {
  const path = `/facilities/${facility.id}/vendor-systems/${systemId}/link`;
  return (await caller.call('POST', path, { byMail: false })).path;
}

test('a hospital asks a vendor, who answers on a phone without an account, and sees what is いいえ and by when', async ({
  open,
  administrator,
}) => {
  const facility = await openFacility(administrator, { name: '汐見台総合病院', type: 'hospital', beds: 218 });
  const manager = await join(facility, '安全 守', ['safety-manager']);
  await addedSystem(facility, manager);
  const page = await open(manager);
  await page.goto(`/facilities/${facility.id}/compliance/vendor-forms`);
  await page.getByRole('button', { name: '電子カルテの記入を事業者に頼む' }).click();
  const asking = page.getByRole('dialog', { name: '事業者に記入を頼む' });
  await lookAt(page);
  await asking.getByRole('button', { name: 'リンクを作る' }).click();
  const handed = page.getByRole('alertdialog', { name: '佐藤 花子さんに渡すリンク' });
  const link = (await handed.getByText(/vendor-form#/).textContent()) ?? '';
  await lookAt(page);
  await handed.getByRole('button', { name: '終わる' }).click();
  await expect(page.getByText('依頼中（未回答）')).toBeVisible();

  const vendor = await open(undefined, undefined, { viewport: phone, hasTouch: true, isMobile: true });
  await vendor.goto(new URL(link).pathname + new URL(link).hash);
  await expect(vendor.getByRole('heading', { level: 1, name: 'チェックリスト（事業者確認用）' })).toBeVisible();
  await expect(vendor.getByText('汐見台総合病院')).toBeVisible();
  expect(new URL(vendor.url()).hash).toBe('');
  await lookAt(vendor);
  await vendor.getByRole('button', { name: '医療機関に送る' }).click();
  await expect(vendor.getByText('まだ送れません。答えか日の入っていない項目が13あります。')).toBeVisible();
  await lookAt(vendor);
  for (const { text } of itemsIn('checklist-vendor')) await choose(question(vendor, text), 'はい');
  const no = question(vendor, textOf('2-⑦'));
  await choose(no, 'いいえ');
  await expect(no.getByText('目標日を入れてください。入れるまで提出できません。')).toBeVisible();
  await no.getByLabel('目標日').fill(today().last);
  await no.getByRole('button', { name: 'メモを書く（2-⑦）' }).click();
  await no.getByRole('textbox', { name: 'メモ' }).fill('保守用の2台は、年度末に替えます。');
  await no.getByRole('textbox', { name: 'メモ' }).blur();
  await expect(no.getByText(/保存しました|が保存/)).toBeVisible();
  await lookAt(vendor);
  await vendor.getByRole('button', { name: '医療機関に送る' }).click();
  await expect(vendor.getByText('回答を送りました。ご協力ありがとうございました。')).toBeVisible();
  await lookAt(vendor);
  await vendor.getByRole('button', { name: '送った回答を直す' }).click();
  await expect(vendor.getByRole('button', { name: '医療機関に送る' })).toBeVisible();
  await vendor.getByRole('button', { name: '医療機関に送る' }).click();
  await expect(vendor.getByText('回答を送りました。ご協力ありがとうございました。')).toBeVisible();

  await page.reload();
  await expect(page.getByText('✓ 回答済み')).toBeVisible();
  await expect(page.getByText('施設はまだ確かめていません')).toBeVisible();
  await expect(page.getByText(`目標日 ${japaneseDay(today().last)}`)).toBeVisible();
  await lookAt(page);
  await page.getByRole('link', { name: '回答を確かめる' }).click();
  await expect(page.getByText(/佐藤 花子さんが.*に回答を送りました。/)).toBeVisible();
  await page.getByRole('link', { name: /^次の分野/ }).click();
  const seen = question(page, textOf('2-⑦'));
  await seen.getByRole('button', { name: '履歴' }).click();
  await expect(seen.getByText('青葉システム株式会社 佐藤 花子（事業者）').first()).toBeVisible();
  await lookAt(page);
  await page.getByRole('button', { name: '提出する' }).click();
  await page
    .getByRole('alertdialog')
    .getByRole('button', { name: /提出する/ })
    .click();
  await expect(page.getByRole('link', { name: '回答を見る' })).toBeVisible();

  await vendor.goto('about:blank');
  await vendor.goto(new URL(link).pathname + new URL(link).hash);
  await expect(vendor.getByText('汐見台総合病院が確かめて、提出しました。')).toBeVisible();
  await expect(vendor.getByRole('button', { name: /送る|直す/ })).toHaveCount(0);
  await lookAt(vendor);
  await page.goto(`/facilities/${facility.id}/compliance`);
  await expect(page.getByText('1システム（回答済み 1・事業者が未回答 0）、いいえ 1項目')).toBeVisible();
  await lookAt(page);
});

test('a link that was ended, one that ran out and one that is cut short say so and open nothing', async ({
  open,
  mamori,
  administrator,
}) => {
  const facility = await openFacility(administrator, { name: '汐見台総合病院', type: 'hospital', beds: 218 });
  const planner = await join(facility, '企画 進', ['planner']);
  const systemId = await addedSystem(facility, planner);
  const old = await askedLongAgo(mamori, facility, planner, systemId);
  const vendor = await open();
  await vendor.goto(old);
  await expect(vendor.getByText('このリンクは期限が切れました。').first()).toBeVisible();
  await expect(vendor.getByText('電子カルテ')).toHaveCount(0);
  await lookAt(vendor);
  await vendor.goto(old.slice(0, -4));
  await expect(vendor.getByText('このリンクは使えません。').first()).toBeVisible();

  const link = await askedLink(facility, planner, systemId);
  await vendor.goto(link);
  await choose(question(vendor, textOf('1-①')), 'はい');
  await expect(question(vendor, textOf('1-①')).getByText(/保存しました/)).toBeVisible();
  const page = await open(planner);
  await page.goto(`/facilities/${facility.id}/compliance/vendor-forms`);
  await page.getByRole('button', { name: 'ほか' }).click();
  await page.getByRole('button', { name: 'リンクを取り消す' }).click();
  await lookAt(page);
  await page.getByRole('alertdialog').getByRole('button', { name: 'リンクを取り消す' }).click();
  await expect(page.getByText('「電子カルテ」のリンクを取り消しました。')).toBeVisible();
  await choose(question(vendor, textOf('2-②')), 'はい');
  await expect(vendor.getByText('このリンクは取り消されました。')).toBeVisible();
  await lookAt(vendor);
  await vendor.reload();
  await expect(vendor.getByText('受け取ったリンクを、もう一度開いてください。')).toBeVisible();
  await lookAt(vendor);
});

test('where no vendor is under contract no form is asked for', async ({ open, administrator }) => {
  const facility = await openFacility(administrator, { name: '汐見台医院', type: 'clinic', beds: 0 });
  const planner = await join(facility, '企画 進', ['planner']);
  const run = await planner.caller.call('POST', `/facilities/${facility.id}/runs`, {
    sheetId: 'checklist-institution',
  });
  await planner.caller.call('PUT', `/facilities/${facility.id}/runs/${run.id}/without-vendor`, { withoutVendor: true });
  const page = await open(planner);
  await page.goto(`/facilities/${facility.id}/compliance`);
  await expect(page.getByText('契約している事業者は無く、事業者の様式は要りません')).toBeVisible();
  await page.getByRole('link', { name: '事業者の様式を見る' }).click();
  await expect(page.getByText('事業者の様式は要りません。')).toBeVisible();
  await expect(page.getByRole('link', { name: 'チェックリストを開く' })).toBeVisible();
  await lookAt(page);
});
