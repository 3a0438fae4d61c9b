import { Webhook } from 'standardwebhooks';
import { type Receiver, startReceiver, toldIn } from '#server/app/webhook/testing/receiver.ts';
import { codeOf } from './authenticator.ts';
import { copied } from './doors.ts';
import { expect, type Mamori, test as plain, withMamori } from './journey.ts';
import { lookAt } from './look-at.ts';
import { join, openFacility, setUpAdministrator } from './people.ts';
import { refuseOnce } from './step-up.ts';

type Hooked = { readonly mamori: Mamori; readonly receiver: Receiver };

/** A Mamori of its own that may tell one receiver on this machine. */
const test = plain.extend<{ readonly hooked: Hooked }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures needed from this pattern
  hooked: async ({}, use, info) => {
    info.setTimeout(180_000);
    const receiver = await startReceiver();
    const past = { NO_PROXY: '127.0.0.1', no_proxy: '127.0.0.1' };
    await withMamori((mamori) => use({ mamori, receiver }), { MAMORI_WEBHOOK_HOSTS: receiver.host, ...past });
    await receiver.stop();
  },
});

const hospital = { name: '知らせの病院', type: 'hospital', beds: 120 } as const;

test('where nothing may be sent the page says what to ask for, and whom', async ({ open, administrator }) => {
  const { id, administrator: person } = await openFacility(administrator, hospital);
  const page = await open(person);
  await page.goto(`/facilities/${id}`);
  await page
    .getByRole('navigation', { name: 'メニュー' })
    .getByRole('link', { name: 'ほかのシステムへの知らせ' })
    .click();
  await expect(page.getByText('このまもりからは、まだ送れません')).toBeVisible();
  await expect(page.getByText('MAMORI_WEBHOOK_HOSTS')).toBeVisible();
  await expect(page.getByRole('button', { name: '受け取り先を加える' })).toHaveCount(0);
  await lookAt(page);
});

test('a receiver is added, tried, told of what happens, and removed', async ({ open, hooked }) => {
  const { mamori, receiver } = hooked;
  const above = await setUpAdministrator(mamori.url, mamori.setupLink ?? '');
  const facility = await openFacility(above, hospital);
  const { id, administrator: person } = facility;
  const planner = await join(facility, '企画 進', ['planner']);
  const page = await open(person, mamori);
  await page.goto(`/facilities/${id}/webhooks`);
  await expect(page.getByText('受け取り先はまだありません')).toBeVisible();
  await page.getByRole('button', { name: '署名を確かめる例（Node.js）' }).click();
  await lookAt(page);

  await page.getByRole('button', { name: '受け取り先を加える' }).click();
  const dialog = page.getByRole('dialog', { name: '受け取り先を加える' });
  await dialog.getByRole('button', { name: '受け取り先を加える' }).click();
  await expect(dialog.getByLabel('受け取り先の名前')).toBeFocused();
  await expect(dialog.getByText('知らせることを一つ以上選んでください。')).toBeVisible();
  await lookAt(page);
  await dialog.getByLabel('受け取り先の名前').fill('院内の情報基盤');
  await dialog.getByLabel('宛先（URL）').fill('https://10.0.0.1/in');
  await dialog.getByRole('checkbox', { name: '取り組みを加えた', exact: true }).press('Space');
  await dialog.getByRole('button', { name: '受け取り先を加える' }).click();
  await expect(dialog.getByText('この宛先には送れません。')).toBeVisible();
  await expect(dialog.getByLabel('宛先（URL）')).toBeFocused();
  await lookAt(page);
  await dialog.getByLabel('宛先（URL）').fill(receiver.address);
  await refuseOnce(page, '**/webhooks');
  await dialog.getByRole('button', { name: '受け取り先を加える' }).click();
  const question = page.getByRole('alertdialog', { name: 'もう一度ご本人か確かめます' });
  await question.getByLabel('確認コード（6桁の数字）').fill(codeOf(person.secret ?? ''));
  await page.keyboard.press('Enter');

  const shown = page.getByRole('alertdialog', { name: '「院内の情報基盤」の署名の鍵' });
  await expect(shown.getByText('鍵を見られるのは、今だけです')).toBeVisible();
  await lookAt(page);
  const secret = await copied(page, '鍵を写す');
  expect(secret).toMatch(/^whsec_/);
  await shown.getByRole('button', { name: '終わる' }).click();
  await expect(page.getByText(secret)).toHaveCount(0);
  await expect(page.getByText('動いている')).toBeVisible();
  await lookAt(page);

  await page.getByRole('link', { name: '院内の情報基盤' }).click();
  await expect(page.getByText('まだ何も送っていません。')).toBeVisible();
  await lookAt(page);
  const deliveries = page.getByRole('region', { name: '送った知らせ' });
  const untilShown = (words: string) =>
    expect(async () => {
      await deliveries.getByRole('button', { name: '一覧を読み直す' }).click();
      await expect(deliveries.getByText(words).first()).toBeVisible({ timeout: 1_000 });
    }).toPass();
  await page.getByRole('button', { name: '試しに送る' }).click();
  await untilShown('相手の応答 204（受け取りました）・1回');
  const [first] = receiver.received;
  if (!first) throw new Error('nothing came');
  expect(new Webhook(secret).verify(first.body, first.headers)).toEqual(toldIn(first));
  expect(toldIn(first).type).toBe('webhook.test');

  receiver.answer = (response) => void response.writeHead(500).end();
  const task = {
    fiscalYear: 2026,
    title: '台帳を作る',
    ownerId: null,
    dueOn: '2027-03-31',
    status: 'todo',
    costPlanned: 0,
    costSpent: 0,
    personDays: 1,
    aim: '',
    measuredBy: '',
  };
  await planner.caller.call('POST', `/facilities/${id}/tasks`, task);
  await untilShown('相手の応答 500（受け取れていません）');
  await expect(page.getByText('届いていない')).toBeVisible();
  await lookAt(page);
  receiver.answer = (response) => void response.writeHead(200).end();
  await untilShown('相手の応答 200（受け取りました）');
  await expect(page.getByText('動いている')).toBeVisible();
  await deliveries.getByRole('button', { name: /^もう一度送る：試しの知らせ/ }).click();
  await untilShown('相手の応答 200（受け取りました）・1回');

  await page.getByRole('button', { name: '鍵を作り直す' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: '鍵を作り直す' }).click();
  await expect(page.getByText('前の鍵でも、24時間は署名します。')).toBeVisible();
  await page.getByRole('button', { name: '終わる' }).click();
  await expect(page.getByText('まで、前の鍵でも署名します。')).toBeVisible();
  await page.getByRole('button', { name: '知らせを止める' }).click();
  await expect(page.getByText('止めている', { exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: '試しに送る' })).toHaveCount(0);
  await lookAt(page);
  await page.getByRole('button', { name: '知らせを再開する' }).click();
  await page.getByRole('button', { name: '受け取り先を直す' }).click();
  const editing = page.getByRole('dialog', { name: '受け取り先を直す' });
  await editing.getByLabel('受け取り先の名前').fill('地域の情報基盤');
  await editing.getByRole('button', { name: '保存する' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '地域の情報基盤' })).toBeVisible();
  await page.getByRole('button', { name: '受け取り先を消す' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: '受け取り先を消す' }).click();
  await expect(page.getByText('受け取り先はまだありません')).toBeVisible();
});
