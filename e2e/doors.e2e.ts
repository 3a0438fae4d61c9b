import type { Page } from '@playwright/test';
import { codeOf } from './authenticator.ts';
import { introduce, passwordOf, signIn } from './doors.ts';
import { expect, test } from './journey.ts';
import { lookAt } from './look-at.ts';
import { join, openFacility } from './people.ts';

const hospital = { name: 'みなと病院', type: 'hospital', beds: 120 } as const;

/** Whether what has the focus is drawn with a ring. */
const showsFocus = `(() => {
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(document.activeElement);
  return (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) || boxShadow !== 'none';
})()`;

/** A script that presses a link the moment it stands in the page. */
const pressAtOnce = (name: string) => `
  const watching = new MutationObserver(() => {
    const link = [...document.querySelectorAll('a')].find(({ textContent }) => textContent === '${name}');
    if (!link) return;
    watching.disconnect();
    link.click();
  });
  watching.observe(document, { childList: true, subtree: true });
`;

/** Moves on by Tab until the control has the focus, which can be seen at every stop. */
async function tabTo(page: Page, control: ReturnType<Page['getByRole']>): Promise<void> {
  for (let stops = 0; stops < 20; stops += 1) {
    await page.keyboard.press('Tab');
    expect(await page.evaluate(showsFocus), `the focus is seen at stop ${stops + 1}`).toBe(true);
    if (await control.evaluate((element) => element === element.ownerDocument.activeElement)) return;
  }
  throw new Error(`Tab does not reach ${control}`);
}

test('a person signs in by keyboard alone, seeing where the focus is, and comes to the page asked for', async ({
  open,
  administrator,
}) => {
  const { id, administrator: person } = await openFacility(administrator, hospital);
  const page = await open();
  await page.goto(`/facilities/${id}/members`);
  await expect(page.getByText('サインインすると、続きのページを開きます')).toBeVisible();
  await lookAt(page);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: '本文へ移る' })).toBeFocused();
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByLabel('メールアドレス'));
  await page.keyboard.type(person.email);
  await tabTo(page, passwordOf(page));
  await page.keyboard.type('まちがったパスワード');
  await page.keyboard.press('Enter');
  await expect(page.getByText('メールアドレスかパスワードが違います。')).toBeVisible();
  await expect(passwordOf(page)).toBeFocused();
  await lookAt(page);
  await page.keyboard.press('Control+A');
  await page.keyboard.type(person.password);
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('確認コード（6桁の数字）')).toBeFocused();
  await lookAt(page);
  await page.keyboard.type(codeOf(person.secret ?? ''));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: '職員と役割' })).toBeFocused();
  expect(new URL(page.url()).pathname).toBe(`/facilities/${id}/members`);
  await page.keyboard.press('Tab');
  expect(await page.evaluate(showsFocus)).toBe(true);
});

test('whoever goes on the moment a page appears has the focus on the heading of the next', async ({
  open,
  administrator,
}) => {
  const { id, administrator: person } = await openFacility(administrator, hospital);
  const page = await open(person);
  // The menu stands before the heading does.
  await page.route('**/api/v1/facilities/**', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 700));
    await route.continue();
  });
  await page.addInitScript(pressAtOnce('職員と役割'));
  await page.goto(`/facilities/${id}`);
  await expect(page.getByRole('heading', { name: '職員と役割' })).toBeFocused();
});

test('a slow answer on who somebody is does not put the focus past the start of the page of signing in', async ({
  open,
}) => {
  const page = await open();
  await page.route('**/api/v1/session', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    await route.continue();
  });
  await page.goto('/facilities');
  await expect(page.getByRole('heading', { name: 'サインイン' })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: '本文へ移る' })).toBeFocused();
});

test('an address without a page says so and leads on', async ({ open }) => {
  const page = await open();
  await page.goto('/no/such/page');
  await expect(page.getByRole('heading', { name: 'ページが見つかりません' })).toBeVisible();
  await lookAt(page);
  await page.getByRole('link', { name: '最初のページを開く' }).click();
  await expect(page.getByRole('heading', { name: 'サイバー攻撃を受けても、診療を続ける。' })).toBeVisible();
});

test('an official term is explained on the page of words, found in any writing, and one link from everywhere', async ({
  open,
  administrator,
}) => {
  const page = await open();
  await page.goto('/');
  await page.getByRole('link', { name: '用語' }).click();
  await expect(page.getByRole('heading', { name: '用語', level: 1 })).toBeFocused();
  await expect(page.getByRole('region', { name: 'ま行' })).toContainText('みなし遵守みなしじゅんしゅ');
  await lookAt(page);
  for (const words of ['ＶＰＮ', 'ぶいぴーえぬ', '専用の通り道']) {
    await page.getByLabel('言葉を探す').fill(words);
    await expect(page.getByRole('term')).toHaveText(['VPNぶいぴーえぬ']);
  }
  await page.reload();
  await expect(page.getByLabel('言葉を探す')).toHaveValue('専用の通り道');
  await expect(page.getByRole('term')).toHaveCount(1);
  await page.getByLabel('言葉を探す').fill('どこにもない言葉');
  await expect(page.getByText('当てはまる用語がありません')).toBeVisible();
  await lookAt(page);
  const { id, administrator: person } = await openFacility(administrator, hospital);
  const theirs = await open(person);
  await theirs.goto(`/facilities/${id}`);
  await expect(theirs.getByRole('heading', { name: /年度の流れ$/ })).toBeVisible();
  await theirs.getByRole('contentinfo').getByRole('link', { name: '用語' }).click();
  await expect(theirs.getByRole('heading', { name: '用語', level: 1 })).toBeFocused();
});

test('the pages of another facility are closed, those of the own one stay open', async ({ open, administrator }) => {
  const own = await openFacility(administrator, hospital);
  const other = await openFacility(administrator, { ...hospital, name: 'よその病院' });
  const page = await open(own.administrator);
  for (const path of ['', '/runs', '/members', '/profile']) {
    await page.goto(`/facilities/${other.id}${path}`);
    await expect(page.getByText('開こうとしたページは、あなたには開けません')).toBeVisible();
    await expect(page.getByText('よその病院')).toHaveCount(0);
  }
  await lookAt(page);
  await page.goto(`/facilities/${own.id}/runs/${own.id}`);
  await expect(page.getByRole('heading', { name: 'この内容は見つかりません' })).toBeVisible();
  await lookAt(page);
  await page.goto('/admin');
  await expect(page.getByText('開こうとしたページは、あなたには開けません')).toBeVisible();
  await page.getByRole('link', { name: 'みなと病院' }).click();
  await expect(page.getByRole('heading', { name: /年度の流れ$/ })).toBeVisible();
});

test('a link that was cut short on its way is told to be unusable', async ({ open }) => {
  const page = await open();
  await page.goto('/invitation#cut-short');
  await expect(page.getByText('この招待リンクは使えません')).toBeVisible();
  await lookAt(page);
  await page.goto('/setup#cut-short');
  await introduce(page, { name: '台帳 管理子', email: 'late@example.jp', password: 'ながいながいパスワード' });
  await page.getByRole('button', { name: '登録して次へ' }).click();
  await expect(page.getByText('この初期設定リンクは使えません。')).toBeVisible();
  await lookAt(page);
});

test('only an administrator finds the form to invite; others are told whom to ask', async ({ open, administrator }) => {
  const facility = await openFacility(administrator, hospital);
  const page = await open(await join(facility, '企画 進', ['planner']));
  await page.goto(`/facilities/${facility.id}/members/invite`);
  await expect(page.getByText('人を招けるのは、施設の管理者だけです')).toBeVisible();
  await expect(page.getByLabel('招く人の氏名')).toHaveCount(0);
  await lookAt(page);
});

test('when the session ends while a page is open, signing in there goes on where it stopped', async ({
  open,
  administrator,
}) => {
  const { id, administrator: person } = await openFacility(administrator, hospital);
  const page = await open(person);
  await page.goto(`/facilities/${id}/runs`);
  const begin = page.getByRole('region', { name: '病院システム' }).getByRole('button', { name: '点検を始める' });
  await expect(begin).toBeVisible();
  await page.context().clearCookies();
  await begin.click();
  const dialog = page.getByRole('alertdialog', { name: 'もう一度サインインしてください' });
  await expect(dialog).toBeVisible();
  await lookAt(page);
  await signIn(page, person, person.secret);
  await expect(dialog).toHaveCount(0);
  await begin.click();
  await expect(page.getByRole('heading', { name: '体制', level: 1 })).toBeVisible();
});
