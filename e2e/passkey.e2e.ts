import type { Page } from '@playwright/test';
import { copied, introduce, passwordOf, signIn, signOut } from './doors.ts';
import { expect, test } from './journey.ts';
import { lookAt } from './look-at.ts';
import { join, openFacility } from './people.ts';

const hospital = { name: 'みなと病院', type: 'hospital', beds: 120 } as const;

/** Gives the browser of a page a device that keeps passkeys and knows its person. */
async function withDevice(page: Page) {
  const devices = await page.context().newCDPSession(page);
  await devices.send('WebAuthn.enable');
  const { authenticatorId } = await devices.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  /** Whether the device knows its person. */
  const knows = (isUserVerified: boolean) =>
    devices.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified });
  return { knows };
}

async function openAccount(page: Page, name: string): Promise<void> {
  await page.getByRole('banner').getByRole('button', { name }).click();
  await page.getByRole('link', { name: '自分のアカウント' }).click();
  await expect(page.getByRole('heading', { name: '自分のアカウント', level: 1 })).toBeVisible();
}

async function addPasskey(page: Page, name: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'パスキーを登録する' });
  await dialog.getByLabel('名前').fill(name);
  await dialog.getByRole('button', { name: 'パスキーを登録する' }).click();
  await expect(dialog).toHaveCount(0);
}

const listed = (page: Page) => page.getByRole('list', { name: '登録したパスキー' }).getByRole('listitem');

/** Answers the next call of an address as the server does ten minutes after the person proved to be there. */
async function refuseOnce(page: Page, address: string): Promise<void> {
  const body = { defined: true, code: 'step-up-required', status: 403, message: 'まだ何も変わっていません。' };
  await page.route(address, (route) => route.fulfill({ status: 403, json: body }), { times: 1 });
}

const stepUpDialog = (page: Page) => page.getByRole('alertdialog', { name: 'もう一度ご本人か確かめます' });

test('a person adds a passkey, signs in with it without an e-mail address, names it anew and removes it', async ({
  open,
  administrator,
}) => {
  const { administrator: person } = await openFacility(administrator, hospital);
  const page = await open(person);
  const device = await withDevice(page);
  await page.goto('/');
  await page.goto('/facilities');
  await openAccount(page, person.name);
  await expect(page.getByText('まだ登録していません。')).toBeVisible();
  await lookAt(page);
  await page.getByRole('button', { name: 'パスキーを登録する' }).click();
  const dialog = page.getByRole('dialog', { name: 'パスキーを登録する' });
  await dialog.getByLabel('名前').fill('');
  await dialog.getByRole('button', { name: 'パスキーを登録する' }).click();
  await expect(dialog.getByLabel('名前')).toBeFocused();
  await expect(dialog.getByText('名前を入力してください。')).toBeVisible();
  await lookAt(page);
  await addPasskey(page, '事務室のパソコン');
  await expect(listed(page)).toContainText(['事務室のパソコン']);
  await expect(listed(page)).toContainText(['まだ使っていません']);
  await lookAt(page);
  await page.getByRole('button', { name: 'パスキーを登録する' }).click();
  await dialog.getByRole('button', { name: 'パスキーを登録する' }).click();
  await expect(dialog.getByText('この端末のパスキーは、すでに登録されています。')).toBeVisible();
  await dialog.getByRole('button', { name: 'やめる' }).click();

  await signOut(page, person.name);
  await page.getByRole('button', { name: 'パスキーでサインインする' }).click();
  await expect(page.getByRole('heading', { name: /年度の流れ$/ })).toBeVisible();
  await openAccount(page, person.name);
  await expect(listed(page)).not.toContainText(['まだ使っていません']);
  await page.getByRole('button', { name: 'パスキー「事務室のパソコン」の名前を変える' }).click();
  await page.getByRole('dialog', { name: 'パスキーの名前' }).getByLabel('名前').fill('受付のパソコン');
  await page.getByRole('button', { name: '名前を変える', exact: true }).click();
  await expect(listed(page)).toContainText(['受付のパソコン']);
  await page.getByRole('button', { name: '「受付のパソコン」のパスキーを外す' }).click();
  const removal = page.getByRole('alertdialog', { name: 'パスキー「受付のパソコン」を外しますか' });
  await lookAt(page);
  await refuseOnce(page, '**/api/v1/passkeys/*');
  await removal.getByRole('button', { name: '外す' }).click();
  const dialogAgain = stepUpDialog(page);
  await lookAt(page);
  await device.knows(false);
  await dialogAgain.getByRole('button', { name: 'パスキーで確かめて続ける' }).click();
  await expect(dialogAgain.getByText('パスキーの確認が終わりませんでした。')).toBeVisible();
  await dialogAgain.getByRole('button', { name: 'パスキーが使えないとき' }).click();
  await expect(dialogAgain.getByLabel('確認コード（6桁の数字）')).toBeFocused();
  await lookAt(page);
  await device.knows(true);
  await dialogAgain.getByRole('button', { name: 'パスキーで確かめて続ける' }).click();
  await expect(dialogAgain).toHaveCount(0);
  await expect(page.getByText('まだ登録していません。')).toBeVisible();

  await signOut(page, person.name);
  await page.getByRole('button', { name: 'パスキーでサインインする' }).click();
  await expect(page.getByText('このパスキーは登録されていません。')).toBeVisible();
  await lookAt(page);
});

test('a newcomer enrols a passkey in place of an authenticator, and the password alone then asks for it', async ({
  open,
  administrator,
}) => {
  const facility = await openFacility(administrator, hospital);
  const { path } = await facility.administrator.caller.call('POST', `/facilities/${facility.id}/invitations`, {
    name: '企画 進',
    roles: ['planner'],
  });
  const page = await open();
  const device = await withDevice(page);
  await page.goto(path);
  const newcomer = { email: `passkey-${Date.now()}@example.jp`, password: 'とてもながいながいパスワード' };
  await introduce(page, newcomer);
  await page.getByRole('button', { name: '登録して加わる' }).click();
  await page.getByRole('button', { name: 'パスキーを使う' }).click();
  await lookAt(page);
  await addPasskey(page, '手元の端末');
  await expect(page.getByRole('heading', { name: '復旧コードを作る' })).toBeVisible();
  await page.getByRole('button', { name: '復旧コードを作る' }).click();
  const [recovery = ''] = (await copied(page, 'コードを写す')).match(/\w{4}(?:-\w{4}){5}/g) ?? [];
  await page.getByRole('link', { name: '控えたので進む' }).click();
  await expect(page.getByRole('heading', { name: /年度の流れ$/ })).toBeVisible();
  await openAccount(page, '企画 進');
  await page.getByRole('button', { name: '「手元の端末」のパスキーを外す' }).click();
  await page.getByRole('button', { name: 'パスキーを外す', exact: true }).click();
  await expect(page.getByText('外せませんでした')).toBeVisible();
  await lookAt(page);
  await page.getByRole('button', { name: 'このままにする' }).click();

  await signOut(page, '企画 進');
  await signIn(page, newcomer, undefined);
  await expect(page.getByText('パスワードに加えて、登録したパスキーで確かめます。')).toBeVisible();
  await lookAt(page);
  await device.knows(false);
  await page.getByRole('button', { name: 'パスキーでサインインする' }).click();
  await expect(page.getByText('パスキーの確認が終わりませんでした。')).toBeVisible();
  await page.getByRole('button', { name: 'パスキーが使えないとき' }).click();
  await lookAt(page);
  await page.getByLabel('復旧コード').fill(recovery);
  await page.getByRole('button', { name: 'サインインする', exact: true }).click();
  await expect(page.getByText('復旧コードでサインインしました')).toBeVisible();
  await lookAt(page);
  await page.getByRole('link', { name: /^(ホームを開く|開こうとしたページに進む)$/ }).click();
  await signOut(page, '企画 進');
  await device.knows(true);
  await signIn(page, newcomer, undefined);
  await page.getByText('パスワードに加えて、登録したパスキーで確かめます。').waitFor();
  await page.getByRole('button', { name: 'パスキーでサインインする' }).click();
  await expect(page.getByRole('heading', { name: /年度の流れ$/ })).toBeVisible();
});

test('at an address passkeys are not bound to, the pages say so and where to go', async ({ open, administrator }) => {
  const facility = await openFacility(administrator, hospital);
  const person = await join(facility, '運用 守', ['staff']);
  const elsewhere = person.caller.url.replace('localhost', '127.0.0.1');
  const page = await open(undefined, undefined, { baseURL: elsewhere });
  await page.goto('/sign-in');
  await page.getByRole('button', { name: 'パスキーでサインインする' }).click();
  await expect(page.getByText('「localhost」のアドレスで開き直してください。')).toBeVisible();
  await page.getByLabel('メールアドレス').fill(person.email);
  await passwordOf(page).fill(person.password);
  await page.getByRole('button', { name: 'サインインする', exact: true }).click();
  await openAccount(page, person.name);
  await expect(page.getByText('今開いているアドレスでは、パスキーを登録できません')).toBeVisible();
  await expect(page.getByRole('link', { name: person.caller.url })).toBeVisible();
  await expect(page.getByRole('button', { name: 'パスキーを登録する' })).toHaveCount(0);
  await lookAt(page);
});
