import type { Page } from '@playwright/test';
import { client } from '#server/identity/testing/provider.ts';
import { codeOf } from './authenticator.ts';
import { corporationTest as test } from './corporation.ts';
import { copied } from './doors.ts';
import { expect } from './journey.ts';
import { lookAt } from './look-at.ts';
import type { Organisation } from './organisations.ts';
import type { Facility } from './people.ts';

async function connect(page: Page, issuer: string): Promise<void> {
  await page.goto('/admin/organisations');
  await page
    .getByRole('listitem')
    .filter({ hasText: 'みなと医療法人' })
    .getByRole('link', { name: '認証基盤を設定する' })
    .click();
  await expect(page.getByRole('heading', { level: 1, name: 'みなと医療法人の認証基盤' })).toBeVisible();
  await lookAt(page);
  await page.getByLabel('画面に出す名前').fill('みなと医療法人');
  await page.getByLabel('発行者（issuer）のアドレス').fill('http://login.example.jp');
  await page.getByLabel('クライアントID').fill(client.clientId);
  await page.getByRole('textbox', { name: 'クライアントシークレット' }).fill(client.clientSecret);
  await page.getByLabel('メールのドメイン').fill('minato.example.jp');
  await page.getByRole('button', { name: '確かめて保存する' }).click();
  await expect(page.getByText('発行者のアドレスは「https://」から始めてください。')).toBeVisible();
  await lookAt(page);
  await page.getByLabel('発行者（issuer）のアドレス').fill(issuer);
  await page.getByRole('button', { name: '確かめて保存する' }).click();
  await expect(page.getByText('認証基盤につながることを確かめ、保存しました。')).toBeVisible();
  await lookAt(page);
}

async function letIn(page: Page, { id }: Facility): Promise<void> {
  await page.goto(`/facilities/${id}/support`);
  await lookAt(page);
  await page.getByRole('button', { name: 'みなと医療法人のアカウントでのサインインを許可する' }).click();
  await lookAt(page);
  await page.getByRole('alertdialog').getByRole('button', { name: 'サインインを許可する' }).click();
  await expect(page.getByText('から許可しています')).toBeVisible();
}

async function map(page: Page, organisation: Organisation): Promise<void> {
  await page.goto(`/organisations/${organisation.id}`);
  await page.getByRole('link', { name: 'グループと役割' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'グループと役割' })).toBeVisible();
  await lookAt(page);
  await page.getByLabel('グループの値').fill('ward');
  await page.getByRole('combobox', { name: /^どこで/ }).selectOption({ label: 'みなと病院' });
  await page.getByRole('checkbox', { name: /^職員/ }).press('Space');
  await page.getByRole('button', { name: '役割を決める' }).click();
  await expect(page.getByText('みなと病院：職員')).toBeVisible();
  await lookAt(page);
}

async function goToProvider(page: Page, email: string): Promise<void> {
  await page.goto('/sign-in');
  await expect(page.getByRole('button', { name: '組織のアカウントでサインインする' })).toBeVisible();
  await lookAt(page);
  await page.getByRole('button', { name: '組織のアカウントでサインインする' }).click();
  await page.getByLabel('組織のメールアドレス').fill(email);
  await lookAt(page);
  await page.getByRole('button', { name: '組織のページへ進む' }).click();
  await signInThere(page, email);
}

async function signInThere(page: Page, email: string): Promise<void> {
  await page.getByLabel('職員のアドレス').fill(email);
  await page.getByRole('button', { name: '入る' }).click();
}

/** Signs out here, and then at the provider, which leads back. */
async function leave(page: Page): Promise<void> {
  await page.getByRole('banner').getByRole('button', { name: '佐藤 一郎' }).click();
  await page.getByRole('button', { name: 'サインアウト' }).click();
  await page.getByRole('button', { name: 'サインアウトする' }).click();
  await expect(page.getByText('サインアウトしました', { exact: true })).toBeVisible();
}

test('an organisation is tied to its provider, a facility lets its people in, and somebody new signs in and out there', async ({
  open,
  corporation,
}) => {
  const { mamori, provider, administrator, organisation, facility } = corporation;
  provider.person('sato@minato.example.jp', { groups: ['ward'] });
  await connect(await open(administrator, mamori), provider.issuer);
  const director = await open(facility.administrator, mamori);
  await letIn(director, facility);
  await map(await open(organisation.administrator, mamori), organisation);

  const page = await open(undefined, mamori);
  await goToProvider(page, 'sato@minato.example.jp');
  await expect(page.getByRole('heading', { name: 'あなたの担当' })).toBeVisible();
  expect(new URL(page.url()).pathname).toBe(`/facilities/${facility.id}`);
  await page.getByRole('banner').getByRole('button', { name: '佐藤 一郎' }).click();
  await page.getByRole('link', { name: '自分のアカウント' }).click();
  await expect(page.getByRole('region', { name: '組織のアカウント' })).toContainText('みなと医療法人');
  await expect(page.getByRole('button', { name: 'パスワードを変える' })).toHaveCount(0);
  await lookAt(page);

  await page.getByRole('link', { name: '確認コードを設定する' }).click();
  await page.getByRole('button', { name: '設定を始める' }).click();
  const dialog = page.getByRole('alertdialog', { name: 'もう一度ご本人か確かめます' });
  await lookAt(page);
  await dialog.getByRole('button', { name: '組織のアカウントで確かめる' }).click();
  await signInThere(page, 'sato@minato.example.jp');
  await expect(page.getByText('ご本人と確かめました。もう一度、操作のボタンを押してください。')).toBeVisible();
  await page.getByRole('button', { name: '設定を始める' }).click();
  await expect(page.getByLabel('確認コード（6桁の数字）')).toBeVisible();

  await leave(page);
  expect(new URL(page.url()).origin).toBe(mamori.url);

  await goToProvider(page, 'sato@minato.example.jp');
  await expect(page.getByRole('heading', { name: 'あなたの担当' })).toBeVisible();
  await director.reload();
  await director.getByRole('button', { name: 'みなと医療法人のアカウントでのサインインの許可を取り消す' }).click();
  await lookAt(director);
  await director.getByRole('alertdialog').getByRole('button', { name: '許可を取り消す' }).click();
  await expect(director.getByText('許可していません')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'サインイン' })).toBeVisible();
});

/** Presses the button on the account page and confirms. */
async function untie(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'つながりを外す' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: '外す' }).click();
}

test('who may not come in is told why, and an account that stands is tied and untied by its own person', async ({
  open,
  corporation,
}) => {
  const { mamori, provider, administrator, organisation, facility } = corporation;
  const connection = `/register/organisations/${organisation.id}/sso`;
  const wanted = { name: 'みなと医療法人', issuer: provider.issuer, ...client, domains: ['example.jp'] };
  await administrator.caller.call('PUT', connection, wanted);
  provider.person('suzuki@example.jp');
  const page = await open(undefined, mamori);
  await goToProvider(page, 'suzuki@example.jp');
  await expect(page.getByText('あなたのグループには、まもりでの役割がまだ決められていません。')).toBeVisible();
  await lookAt(page);
  await page.getByRole('link', { name: 'サインインのページを開く' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'サインイン' })).toBeVisible();

  const membership = `/facilities/${facility.id}/memberships/${organisation.id}/sso`;
  await facility.administrator.caller.call('PUT', membership, { open: true });
  const { email } = facility.administrator;
  provider.person(email);
  const stranger = await open(undefined, mamori);
  await goToProvider(stranger, email);
  await expect(stranger.getByText('このメールアドレスのアカウントがすでにあります。')).toBeVisible();
  const director = await open(facility.administrator, mamori);
  await director.goto('/account');
  await lookAt(director);
  await director.getByRole('button', { name: '組織のアカウントとつなぐ' }).click();
  await signInThere(director, email);
  await expect(director.getByRole('region', { name: '組織のアカウント' })).toContainText('つながっています');
  await lookAt(director);

  const given = { group: 'ward', memberId: facility.id, roles: ['staff'] };
  await organisation.administrator.caller.call('POST', `/organisations/${organisation.id}/sso-groups`, given);
  provider.person(email, { groups: ['ward'], amr: ['mfa'] });
  const elsewhere = await open(undefined, mamori);
  await goToProvider(elsewhere, email);
  await expect(elsewhere.getByRole('heading', { name: /年度の流れ$/ })).toBeVisible();
  await elsewhere.goto('/account');
  await untie(elsewhere);
  const proving = elsewhere.getByRole('alertdialog', { name: 'もう一度ご本人か確かめます' });
  await proving.getByRole('button', { name: '組織のアカウントで確かめる' }).click();
  await signInThere(elsewhere, email);
  await elsewhere.getByRole('button', { name: 'つながりを外す' }).click();
  await lookAt(elsewhere);
  await elsewhere.getByRole('alertdialog').getByRole('button', { name: '外す' }).click();
  await expect(elsewhere.getByText('サインアウトしました', { exact: true })).toBeVisible();

  await director.reload();
  await director.getByRole('button', { name: '組織のアカウントとつなぐ' }).click();
  await untie(director);
  await expect(director.getByRole('button', { name: '組織のアカウントとつなぐ' })).toBeVisible();
  await expect(director.getByRole('region', { name: '組織のアカウント' })).not.toContainText('つながっています');
});

test('where the provider tells of no second factor, the own one is asked for after it, and a recovery code in its place', async ({
  open,
  corporation,
}) => {
  const { mamori, provider, administrator, organisation, facility } = corporation;
  const connection = `/register/organisations/${organisation.id}/sso`;
  const wanted = { name: 'みなと医療法人', issuer: provider.issuer, ...client, domains: ['minato.example.jp'] };
  await administrator.caller.call('PUT', connection, wanted);
  const membership = `/facilities/${facility.id}/memberships/${organisation.id}/sso`;
  await facility.administrator.caller.call('PUT', membership, { open: true });
  const given = { group: 'safety', memberId: facility.id, roles: ['safety-manager'] };
  await organisation.administrator.caller.call('POST', `/organisations/${organisation.id}/sso-groups`, given);
  provider.person('sato@minato.example.jp', { groups: ['safety'] });

  const page = await open(undefined, mamori);
  await goToProvider(page, 'sato@minato.example.jp');
  await expect(page.getByRole('heading', { name: '確認コードを設定する' })).toBeVisible();
  const secret = await copied(page, '文字を写す');
  await page.getByLabel('確認コード（6桁の数字）').fill(codeOf(secret));
  await page.getByRole('button', { name: '設定を終える' }).click();
  await page.getByRole('button', { name: '復旧コードを作る' }).click();
  await expect(page.getByRole('button', { name: 'コードを写す' })).toBeVisible();
  const [recovery = ''] = (await copied(page, 'コードを写す')).match(/\w{4}(?:-\w{4}){5}/g) ?? [];
  await page.getByRole('link', { name: '控えたので進む' }).click();
  await expect(page.getByRole('heading', { name: /年度の流れ$/ })).toBeVisible();
  await leave(page);

  await goToProvider(page, 'sato@minato.example.jp');
  await expect(page.getByRole('heading', { name: '確認コードを入れてください' })).toBeVisible();
  await lookAt(page);
  await page.getByRole('button', { name: '認証アプリが手元にないとき' }).click();
  await expect(page.getByRole('heading', { name: '復旧コードを入れてください' })).toBeVisible();
  await lookAt(page);
  await page.getByLabel('復旧コード').fill(recovery);
  await page.getByRole('button', { name: '確かめてサインインする' }).click();
  await expect(page.getByRole('heading', { name: /年度の流れ$/ })).toBeVisible();
});
