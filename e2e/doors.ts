import type { Locator, Page } from '@playwright/test';
import { codeOf } from './authenticator.ts';
import { expect } from './journey.ts';

/** Presses a button that copies, and gives what then lies on the clipboard. */
export async function copied(page: Page, button: string): Promise<string> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: button }).click();
  await expect(page.getByText('写しました。貼り付けられます。')).toBeVisible();
  return page.evaluate<string>('navigator.clipboard.readText()');
}

/** The field itself, not the choice to show what is typed there. */
export function passwordOf(page: Page): Locator {
  return page.getByRole('textbox', { name: /^パスワード/ });
}

type Newcomer = { readonly name?: string; readonly email: string; readonly password: string };

/** Fills in who one is, on the page a one-time link opens. */
export async function introduce(page: Page, { name, email, password }: Newcomer): Promise<void> {
  if (name) await page.getByLabel('氏名').fill(name);
  await page.getByLabel('メールアドレス').fill(email);
  await passwordOf(page).fill(password);
}

/** Sets up the authenticator, leaves the recovery codes for later, and gives its secret. */
export async function enrol(page: Page): Promise<string> {
  await expect(page.getByRole('heading', { name: '確認コードを設定する' })).toBeVisible();
  const secret = await copied(page, '文字を写す');
  await page.getByLabel('確認コード（6桁の数字）').fill(codeOf(secret));
  await page.getByRole('button', { name: '設定を終える' }).click();
  await page.getByRole('link', { name: 'あとで作る' }).click();
  return secret;
}

/** Signs in with password and code. */
export async function signIn(page: Page, { email, password }: Newcomer, secret: string | undefined): Promise<void> {
  await page.getByLabel('メールアドレス').fill(email);
  await passwordOf(page).fill(password);
  await page.getByRole('button', { name: 'サインインする', exact: true }).click();
  if (secret === undefined) return;
  await page.getByLabel('確認コード（6桁の数字）').fill(codeOf(secret));
  await page.getByRole('button', { name: 'サインインする', exact: true }).click();
}

export async function signOut(page: Page, name: string): Promise<void> {
  await page.getByRole('banner').getByRole('button', { name }).click();
  await page.getByRole('button', { name: 'サインアウト' }).click();
  await expect(page.getByText('サインアウトしました', { exact: true })).toBeVisible();
}
