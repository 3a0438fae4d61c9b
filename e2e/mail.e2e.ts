import type { Page } from '@playwright/test';
import { type MailServer, type ReceivedMail, startMailServer } from '#server/platform/mail/testing/mail-server.ts';
import { introduce, passwordOf } from './doors.ts';
import { expect, type Mamori, test as plain, withMamori } from './journey.ts';
import { lookAt } from './look-at.ts';
import { openFacility, setUpAdministrator } from './people.ts';

type Posted = { readonly mamori: Mamori; readonly mails: MailServer };

/** A Mamori of its own that sends its mail to a real SMTP server. */
const test = plain.extend<{ readonly posted: Posted }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures needed from this pattern
  posted: async ({}, use, info) => {
    info.setTimeout(180_000);
    const mails = await startMailServer();
    const env = { SMTP_URL: mails.url, MAIL_FROM: 'みなと病院 <mamori@example.jp>' };
    await withMamori((mamori) => use({ mamori, mails }), env);
    await mails.stop();
  },
});

const hospital = { name: 'みなと病院', type: 'hospital', beds: 120 } as const;
const password = 'とてもながいながいパスワード';
const chosen = 'あたらしくえらんだながいことば';
const linkIn = ({ text = '' }: ReceivedMail) => /^https?:\S+#\S+$/m.exec(text)?.[0] ?? '';

/** The letter itself stands what every page has to stand. */
async function lookAtLetter(page: Page, { html = '' }: ReceivedMail): Promise<void> {
  await page.setContent(html);
  await lookAt(page);
}

test('somebody is invited by mail, joins by its link, forgets the password and comes back by mail', async ({
  open,
  posted: { mamori, mails },
  browser,
}) => {
  const above = await setUpAdministrator(mamori.url, mamori.setupLink ?? '');
  const { id, administrator } = await openFacility(above, hospital);
  const page = await open(administrator, mamori);
  await page.goto(`/facilities/${id}/members/invite`);
  await page.getByLabel('招く人の氏名').fill('受付 花子');
  await page.getByLabel('招く人のメールアドレス').fill('hanako');
  await page.getByRole('checkbox', { name: /^職員/ }).press('Space');
  await page.getByRole('button', { name: '招待リンクを作る' }).click();
  await expect(page.getByText('メールアドレスの形で入力してください')).toBeVisible();
  await expect(page.getByLabel('招く人のメールアドレス')).toBeFocused();
  await lookAt(page);
  await page.getByLabel('招く人のメールアドレス').fill('hanako@example.jp');
  await page.getByRole('button', { name: '招待リンクを作る' }).click();
  await expect(page.getByRole('heading', { name: '受付 花子さんへの招待リンク' })).toBeVisible();
  await expect(page.getByText('メールでも送ります')).toBeVisible();
  await lookAt(page);
  await page.getByRole('link', { name: '招待を終える' }).click();
  await expect(page.getByText('メールを送りました')).toBeVisible();
  await lookAt(page);

  const invitation = await mails.next('hanako@example.jp');
  const letters = await (await browser.newContext()).newPage();
  await lookAtLetter(letters, invitation);
  const newcomer = await open(undefined, mamori);
  await newcomer.goto(linkIn(invitation));
  await expect(newcomer.getByText('みなと病院').first()).toBeVisible();
  await introduce(newcomer, { email: 'hanako@example.jp', password });
  await lookAt(newcomer);
  await newcomer.getByRole('button', { name: '登録して加わる' }).click();
  await expect(newcomer.getByRole('banner').getByRole('button', { name: '受付 花子' })).toBeVisible();

  await newcomer.goto('/account');
  const choice = newcomer.getByRole('checkbox', { name: /^仕事のお知らせを受け取る/ });
  await expect(choice).toBeChecked();
  await choice.press('Space');
  await expect(newcomer.getByText('仕事のお知らせを止めました。')).toBeVisible();
  await lookAt(newcomer);
  await newcomer.reload();
  await expect(choice).not.toBeChecked();

  const forgetful = await open(undefined, mamori);
  await forgetful.goto('/sign-in');
  await forgetful.getByText('パスワードを忘れたとき').click();
  await forgetful.getByRole('link', { name: /メールで受け取る/ }).click();
  await expect(forgetful.getByRole('heading', { name: 'パスワードを忘れたとき' })).toBeVisible();
  await lookAt(forgetful);
  await forgetful.getByLabel('メールアドレス').fill('hanako@example.jp');
  await forgetful.getByRole('button', { name: '再設定リンクを送る' }).click();
  await expect(forgetful.getByText('受け付けました')).toBeVisible();
  await lookAt(forgetful);
  const reset = await mails.next('hanako@example.jp');
  await lookAtLetter(letters, reset);
  await forgetful.goto(linkIn(reset));
  await forgetful.getByRole('textbox', { name: '新しいパスワード' }).fill(chosen);
  await forgetful.getByRole('button', { name: 'このパスワードにする' }).click();
  await expect(forgetful.getByText('新しいパスワードにしました')).toBeVisible();
  const told = await mails.next('hanako@example.jp');
  expect(told.subject).toBe('まもりの再設定リンクで、新しいパスワードが決まりました');
  await lookAtLetter(letters, told);
  await forgetful.getByLabel('メールアドレス').fill('hanako@example.jp');
  await passwordOf(forgetful).fill(chosen);
  await forgetful.getByRole('button', { name: 'サインインする', exact: true }).click();
  await expect(forgetful.getByRole('banner').getByRole('button', { name: '受付 花子' })).toBeVisible();
  await letters.context().close();
});
