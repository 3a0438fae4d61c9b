import type { Page } from '@playwright/test';
import { expect, test } from './journey.ts';
import { lookAt } from './look-at.ts';
import { enlist, openOrganisation } from './organisations.ts';
import { openFacility } from './people.ts';

async function offer(page: Page, organisation: string): Promise<void> {
  await page.getByRole('link', { name: '支援者を受け入れる' }).click();
  await page.getByRole('radio', { name: organisation }).press('Space');
  await page.getByLabel('目的').fill('年1回の点検を一緒に進める');
  await lookAt(page);
  await page.getByRole('button', { name: 'この内容で受け入れる' }).click();
  await expect(page.getByText('支援中')).toBeVisible();
}

test('a facility lets a supporter in, sees what was looked at, and ends it while the page is open', async ({
  administrator,
  open,
}) => {
  const clinic = await openFacility(administrator, { name: 'しおかぜ内科', type: 'clinic', beds: null });
  const network = await openOrganisation(administrator, { kind: 'network', name: '湾岸地域連携', prefecture: null });
  const helper = await enlist(network, '支援 助子', ['supporter']);
  const director = await open(clinic.administrator);
  await director.goto(`/facilities/${clinic.id}`);
  await director.getByRole('link', { name: '支援者' }).first().click();
  await expect(director.getByText('今、この施設を支援している組織はありません')).toBeVisible();
  await lookAt(director);
  await offer(director, '湾岸地域連携');
  await lookAt(director);

  const page = await open(helper);
  await page.goto(`/organisations/${network.id}`);
  await expect(page.getByText('年1回の点検を一緒に進める')).toBeVisible();
  await lookAt(page);
  await page.getByRole('link', { name: '施設に入る' }).click();
  const banner = page.getByRole('complementary', { name: '支援' });
  await expect(banner).toContainText('支援者として見ています（目的：年1回の点検を一緒に進める');
  await lookAt(page);
  await page.getByRole('link', { name: '自己点検' }).first().click();
  await expect(banner).toBeVisible();
  await expect(page.getByRole('link', { name: '職員と役割' })).toHaveCount(0);
  await lookAt(page);

  await director.reload();
  await director.getByRole('link', { name: '支援者が見たもの・したこと' }).click();
  await expect(director.getByText('一つの支援の取り決めで入った支援者の操作だけを出しています。')).toBeVisible();
  const read = director.getByRole('listitem').filter({ hasText: '支援 助子さんが、点検の一覧を開いた' });
  await expect(read).toContainText('湾岸地域連携の支援者として');
  await lookAt(director);
  await director.goto(`/facilities/${clinic.id}/support`);
  await director.getByRole('button', { name: '湾岸地域連携の支援を終える' }).click();
  await lookAt(director);
  await director.getByRole('alertdialog').getByRole('button', { name: '支援を終える' }).click();
  await expect(director.getByRole('region', { name: '終わった取り決め' })).toContainText('終了');

  await expect(page.getByText('この施設の支援は終わりました。')).toBeVisible({ timeout: 20_000 });
  await expect(page.getByRole('heading', { level: 1, name: '支援する施設' })).toBeVisible();
  await page.goto(`/facilities/${clinic.id}`);
  await expect(page.getByText('開こうとしたページは、あなたには開けません')).toBeVisible();
});

test('an organisation asks and proposes, and the facility accepts and says what may be seen', async ({
  administrator,
  open,
}) => {
  const clinic = await openFacility(administrator, { name: 'みさき眼科', type: 'clinic', beds: null });
  const network = await openOrganisation(administrator, { kind: 'network', name: '岬地域連携', prefecture: null });
  const page = await open(network.administrator);
  await page.goto(`/organisations/${network.id}`);
  await expect(page.getByText('支援する施設はまだありません')).toBeVisible();
  await page.getByRole('link', { name: '施設を探す' }).click();
  await page.getByLabel('施設の名前').fill('みさき');
  await page.getByRole('button', { name: '探す' }).click();
  await page.getByRole('button', { name: 'みさき眼科に参加を提案する' }).click();
  await expect(page.getByText('みさき眼科に参加を提案しました。')).toBeVisible();
  await page.getByRole('button', { name: 'みさき眼科に支援を申し込む' }).click();
  await page.getByLabel('目的').fill('対策の相談');
  await lookAt(page);
  await page.getByRole('button', { name: '支援を申し込む', exact: true }).click();
  await expect(page.getByText('みさき眼科に支援を申し込みました。')).toBeVisible();

  const director = await open(clinic.administrator);
  await director.goto(`/facilities/${clinic.id}/support`);
  await lookAt(director);
  await director.getByRole('button', { name: '申し込みを受ける' }).click();
  await expect(director.getByText('支援中')).toBeVisible();
  await director.getByRole('button', { name: 'この内容で参加する' }).click();
  await expect(director.getByText('岬地域連携に参加しました。')).toBeVisible();

  await page.goto(`/organisations/${network.id}/region`);
  await expect(page.getByRole('row', { name: /みさき眼科/ })).toContainText('始めていない');
  const counts = page.getByRole('main').getByRole('listitem');
  await expect(counts).toHaveText([/^始めていない\s*1施設$/, /^回答の途中\s*0施設$/, /^提出済み\s*0施設$/]);
  await clinic.administrator.caller.call('POST', `/facilities/${clinic.id}/runs`, { sheetId: 'small-facility' });
  await page.reload();
  await expect(counts).toHaveText([/0施設$/, /^回答の途中\s*1施設$/, /0施設$/]);
  await lookAt(page);
  await page.getByRole('link', { name: '人と役割' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: '人と役割' })).toBeVisible();
  await expect(page.getByRole('main').getByText('組織 理事子').first()).toBeVisible();
  await lookAt(page);
  await page.getByRole('link', { name: '人を招く' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '人を招く' })).toBeVisible();
  await lookAt(page);
});

test('an administrator gives somebody another role in the organisation, and always stays one', async ({
  administrator,
  open,
}) => {
  const network = await openOrganisation(administrator, { kind: 'network', name: '浜地域連携', prefecture: null });
  await enlist(network, '支援 次子', ['supporter']);
  const page = await open(network.administrator);
  await page.goto(`/organisations/${network.id}/members`);
  await page.getByRole('button', { name: '支援 次子さんの役割を変える' }).click();
  await page.getByRole('checkbox', { name: /^支援者/ }).press('Space');
  await page.getByRole('checkbox', { name: /^事業者の窓口/ }).press('Space');
  await lookAt(page);
  await page.getByRole('button', { name: '役割を変える', exact: true }).click();
  await expect(page.getByText('支援 次子さんの役割を変えました。')).toBeVisible();
  await expect(
    page.getByRole('region', { name: '組織の人' }).getByRole('listitem').filter({ hasText: '支援 次子' }),
  ).toContainText('事業者の窓口');
  await page.getByRole('link', { name: '操作の記録' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: '操作の記録' })).toBeVisible();
  const change = page.getByRole('listitem').filter({ hasText: '組織 理事子さんが、役割を変えた' });
  await expect(change).toContainText('支援 次子さん（事業者の窓口）');
  await expect(page.getByText('支援 次子さんが、招待を受けて加わった')).toBeVisible();
  await lookAt(page);
  await page.getByRole('link', { name: '人と役割' }).first().click();

  await page.getByRole('button', { name: '組織 理事子さんの役割を変える' }).click();
  await page.getByRole('checkbox', { name: /^組織の管理者/ }).press('Space');
  await page.getByRole('checkbox', { name: /^支援者/ }).press('Space');
  await expect(page.getByText('あなた自身が、組織の管理者から外れます。')).toBeVisible();
  await page.getByRole('button', { name: '役割を変える', exact: true }).click();
  await expect(page.getByText('組織の管理者がいなくなります。')).toBeVisible();
});

test('the officer of a prefecture sees counts of its facilities, and never which', async ({ administrator, open }) => {
  await openFacility(administrator, { name: '県内の病院', type: 'hospital', beds: 120 });
  const office = await openOrganisation(administrator, { kind: 'prefecture', name: '神奈川県 推進室', prefecture: 14 });
  const keeper = await open(administrator);
  await keeper.goto('/admin/organisations');
  await keeper.getByLabel('種類').selectOption({ label: '都道府県' });
  await keeper.getByLabel('名称').fill('神奈川県庁 医療課');
  await keeper.getByRole('combobox', { name: /^都道府県/ }).selectOption({ label: '神奈川県' });
  await keeper.getByRole('button', { name: '組織を登録する' }).click();
  await expect(keeper.getByText('神奈川県庁 医療課を登録しました。')).toBeVisible();
  await lookAt(keeper);
  const made = keeper.getByRole('listitem').filter({ hasText: '神奈川県庁 医療課' });
  await made.getByRole('link', { name: '最初の管理者を招く' }).click();
  await expect(keeper.getByRole('heading', { level: 1, name: '最初の管理者を招く' })).toBeVisible();
  await lookAt(keeper);
  await keeper.getByLabel('招く人の氏名').fill('県庁 理事子');
  await keeper.getByRole('button', { name: '招待リンクを作る' }).click();
  await expect(keeper.getByRole('heading', { name: '県庁 理事子さんへの招待リンク' })).toBeVisible();
  await lookAt(keeper);

  const officer = await enlist(office, '県庁 数子', ['programme-officer']);
  const page = await open(officer);
  await page.goto('/');
  await page.goto(`/organisations/${office.id}`);
  await expect(page.getByRole('heading', { level: 1, name: '神奈川県の点検の進み具合' })).toBeVisible();
  await expect(page.getByRole('row', { name: /小さな区分の合計/ })).toContainText('非表示');
  await expect(page.getByText('県内の病院')).toHaveCount(0);
  await lookAt(page);
});
