import type { Page } from '@playwright/test';
import { codeOf } from './authenticator.ts';
import { copied, signIn, signOut } from './doors.ts';
import { expect, test } from './journey.ts';
import { lookAt } from './look-at.ts';
import { join, openFacility, type Person } from './people.ts';
import { holdOnce, refuseOnce } from './step-up.ts';

const hospital = { name: 'みなと病院', type: 'hospital', beds: 120 } as const;
const chosen = 'あたらしくえらんだことば';

async function openAccount(page: Page, name: string): Promise<void> {
  await page.getByRole('banner').getByRole('button', { name }).click();
  await page.getByRole('link', { name: '自分のアカウント' }).click();
  await expect(page.getByRole('heading', { name: '自分のアカウント' })).toBeVisible();
}

/** Makes recovery codes and gives them. */
async function makeCodes(page: Page): Promise<string[]> {
  await page.getByRole('link', { name: '復旧コードを作る' }).click();
  await expect(page.getByRole('heading', { name: '復旧コードを作る' })).toBeVisible();
  await lookAt(page);
  await page.getByRole('button', { name: '復旧コードを作る' }).click();
  await expect(page.getByRole('heading', { name: '復旧コードを控えてください' })).toBeVisible();
  await expect(page.getByRole('list', { name: '復旧コード' }).getByRole('listitem')).toHaveCount(10);
  await lookAt(page);
  const codes = (await copied(page, 'コードを写す')).match(/\w{4}(?:-\w{4}){5}/g) ?? [];
  await page.getByRole('link', { name: '控えたので進む' }).click();
  return codes;
}

async function changePassword(page: Page, { password }: Person): Promise<void> {
  await page.getByRole('button', { name: 'パスワードを変える' }).click();
  await page.getByRole('textbox', { name: '今のパスワード' }).fill('ちがうことば');
  await page.getByRole('textbox', { name: '新しいパスワード' }).fill(chosen);
  await page.getByRole('button', { name: 'パスワードを変える', exact: true }).click();
  await expect(page.getByText('今のパスワードが違います。')).toBeVisible();
  await expect(page.getByRole('textbox', { name: '今のパスワード' })).toBeFocused();
  await lookAt(page);
  await page.getByRole('textbox', { name: '今のパスワード' }).fill(password);
  await page.getByRole('button', { name: 'パスワードを変える', exact: true }).click();
  await expect(page.getByText('パスワードを変えました。')).toBeVisible();
}

test('a person keeps recovery codes, changes the password, and comes back without the authenticator', async ({
  open,
  administrator,
}) => {
  const { administrator: person } = await openFacility(administrator, hospital);
  const page = await open(person);
  await page.goto('/');
  await page.goto('/facilities');
  await openAccount(page, person.name);
  await expect(page.getByText('復旧コードがありません')).toBeVisible();
  await lookAt(page);
  const [first = '', second = ''] = await makeCodes(page);
  await expect(page.getByText('残り10個', { exact: true })).toBeVisible();
  await changePassword(page, person);
  await signOut(page, person.name);

  await page.getByLabel('メールアドレス').fill(person.email);
  await page.getByRole('textbox', { name: /^パスワード/ }).fill(chosen);
  await page.getByRole('button', { name: 'サインインする', exact: true }).click();
  await page.getByRole('button', { name: '認証アプリが手元にないとき' }).click();
  await expect(page.getByLabel('復旧コード')).toBeFocused();
  await lookAt(page);
  await page.getByLabel('復旧コード').fill(first.toLowerCase());
  await page.getByRole('button', { name: 'サインインする', exact: true }).click();
  await expect(page.getByText('復旧コードでサインインしました')).toBeVisible();
  await expect(page.getByText('残り9個', { exact: true })).toBeVisible();
  await lookAt(page);

  await page.getByRole('link', { name: '確認コードを設定し直す' }).first().click();
  await expect(page.getByRole('heading', { name: '確認コードを設定し直す' })).toBeVisible();
  await lookAt(page);
  await refuseOnce(page, '**/api/v1/account/second-factor');
  await page.getByRole('button', { name: '設定し直しを始める' }).click();
  const dialog = page.getByRole('alertdialog', { name: 'もう一度ご本人か確かめます' });
  await dialog.getByRole('button', { name: '認証アプリが手元にないとき' }).click();
  await dialog.getByLabel('復旧コード').fill(first);
  await dialog.getByRole('button', { name: '確かめて続ける' }).click();
  await expect(dialog.getByText('この復旧コードは違うか、すでに使われました。')).toBeVisible();
  await lookAt(page);
  await dialog.getByLabel('復旧コード').fill(second);
  await dialog.getByRole('button', { name: '確かめて続ける' }).click();
  await expect(dialog).toHaveCount(0);
  const secret = await copied(page, '文字を写す');
  await lookAt(page);
  await page.getByLabel('確認コード（6桁の数字）').fill(codeOf(secret));
  await page.getByRole('button', { name: '設定を終える' }).click();
  await expect(page.getByRole('heading', { name: '自分のアカウント' })).toBeVisible();
  await expect(page.getByText('残り8個', { exact: true })).toBeVisible();
});

test('a dangerous act waits for its person, keeps what was typed when that is cancelled, and is done after it', async ({
  open,
  administrator,
}) => {
  const { id, administrator: person } = await openFacility(administrator, hospital);
  const page = await open(person);
  await page.goto(`/facilities/${id}/members/invite`);
  await page.getByLabel('招く人の氏名').fill('企画 進');
  await page.getByRole('checkbox', { name: /^企画管理者/ }).press('Space');
  const invite = page.getByRole('button', { name: '招待リンクを作る' });
  const dialog = page.getByRole('alertdialog', { name: 'もう一度ご本人か確かめます' });
  await refuseOnce(page, '**/invitations');
  await invite.click();
  await expect(dialog.getByLabel('確認コード（6桁の数字）')).toBeFocused();
  await lookAt(page);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText('リンクを作れませんでした')).toBeVisible();
  await expect(page.getByLabel('招く人の氏名')).toHaveValue('企画 進');
  await refuseOnce(page, '**/invitations');
  await invite.click();
  await dialog.getByLabel('確認コード（6桁の数字）').fill(codeOf(person.secret ?? ''));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: '企画 進さんへの招待リンク' })).toBeVisible();
});

test('another tab whose call was under way goes on, though its session has another secret by then', async ({
  open,
  administrator,
}) => {
  const { id, administrator: person } = await openFacility(administrator, hospital);
  const page = await open(person);
  await page.goto('/account/recovery-codes');
  await expect(page.getByRole('heading', { name: '復旧コードを作る' })).toBeVisible();
  const tab = await page.context().newPage();
  const members = `/facilities/${id}/members`;
  const { left, letGo } = await holdOnce(tab, `**/api/v1${members}`);
  const answers: number[] = [];
  tab.on('response', (reply) => reply.url().endsWith(`/api/v1${members}`) && answers.push(reply.status()));
  await tab.goto(members);
  await left;

  await refuseOnce(page, '**/api/v1/account/recovery-codes');
  await page.getByRole('button', { name: '復旧コードを作る' }).click();
  const dialog = page.getByRole('alertdialog', { name: 'もう一度ご本人か確かめます' });
  await dialog.getByLabel('確認コード（6桁の数字）').fill(codeOf(person.secret ?? ''));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: '復旧コードを控えてください' })).toBeVisible();
  letGo();
  await expect(tab.getByRole('listitem').filter({ hasText: person.name })).toBeVisible();
  await expect(tab.getByRole('alertdialog')).toHaveCount(0);
  expect(answers).toEqual([401, 200]);
});

test('whoever forgot the password chooses another by the link of an administrator', async ({ open, administrator }) => {
  const facility = await openFacility(administrator, hospital);
  const planner = await join(facility, '企画 進', ['planner']);
  const page = await open(facility.administrator);
  await page.goto(`/facilities/${facility.id}/members`);
  const line = page.getByRole('listitem').filter({ hasText: planner.name });
  await line.getByRole('link', { name: /パスワードの再設定/ }).click();
  await expect(page.getByRole('heading', { name: '企画 進さんのパスワードの再設定' })).toBeVisible();
  await lookAt(page);
  await page.getByRole('button', { name: '再設定リンクを作る' }).click();
  await expect(page.getByRole('heading', { name: '企画 進さんの再設定リンク' })).toBeVisible();
  await lookAt(page);
  const link = await copied(page, 'リンクを写す');

  const other = await open();
  await other.goto(link);
  await expect(other.getByRole('heading', { name: '企画 進さんの新しいパスワード' })).toBeVisible();
  expect(new URL(other.url()).hash).toBe('');
  await lookAt(other);
  await other.getByRole('textbox', { name: '新しいパスワード' }).fill(chosen);
  await other.getByRole('button', { name: 'このパスワードにする' }).click();
  await expect(other.getByText('新しいパスワードにしました')).toBeVisible();
  await lookAt(other);
  await signIn(other, { email: planner.email, password: chosen }, planner.secret);
  await expect(other.getByRole('heading', { name: /年度の流れ$/ })).toBeVisible();

  const again = await open();
  await again.goto(link);
  await expect(again.getByText('この再設定リンクは使えません')).toBeVisible();
  await lookAt(again);

  const above = await open(administrator);
  await above.goto('/admin/reset');
  await above.getByLabel('その人のメールアドレス').fill(planner.email);
  await above.getByRole('button', { name: '再設定リンクを作る' }).click();
  await expect(above.getByText('この人は施設の管理者ではありません。')).toBeVisible();
  await lookAt(above);
  await above.getByLabel('その人のメールアドレス').fill(facility.administrator.email);
  await above.getByRole('button', { name: '再設定リンクを作る' }).click();
  await expect(above.getByRole('heading', { name: '事務 長子さんの再設定リンク' })).toBeVisible();
  await lookAt(above);
});

test('a session left open elsewhere is ended from the own account, and that browser is out at once', async ({
  open,
  administrator,
}) => {
  const { administrator: person } = await openFacility(administrator, hospital);
  const there = await open();
  await there.goto('/sign-in');
  await signIn(there, person, person.secret);
  await expect(there.getByRole('heading', { name: /年度の流れ$/ })).toBeVisible();
  const here = await open(person);
  await here.goto('/account');
  const sessions = here.getByRole('region', { name: 'サインイン中の端末' });
  await expect(sessions.getByRole('listitem')).toHaveCount(2);
  await sessions
    .getByRole('button', { name: /をサインアウトする$/ })
    .first()
    .click();
  await expect(here.getByText('その端末をサインアウトしました')).toBeVisible();
  await expect(sessions.getByRole('listitem')).toHaveCount(1);
  await expect(sessions.getByText('この端末', { exact: true })).toBeVisible();
  await lookAt(here);
  await there.reload();
  await expect(there.getByRole('heading', { level: 1, name: 'サインイン' })).toBeVisible();
});
