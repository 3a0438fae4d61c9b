import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPostOffice, type PostOffice } from '../../app/testing/post-office.ts';
import { type MailServer, startMailServer } from '../../platform/mail/testing/mail-server.ts';
import { PasskeyStage } from '../testing/passkey-stage.ts';
import { browserOf, password, Stage } from '../testing/stage.ts';

let stage: Stage;
let mails: MailServer;
let office: PostOffice;
beforeAll(async () => {
  stage = await Stage.open();
  mails = await startMailServer();
  office = openPostOffice(stage.server, mails.url);
});
afterAll(async () => {
  await office.stop();
  await mails.stop();
  await stage.server.stop();
});

test('a person is told when a passkey is added and when one is removed, and not when one is refused', async () => {
  const passkeys = new PasskeyStage(stage);
  const email = 'keys@example.jp';
  const joined = browserOf(await stage.accept(await stage.invited(['staff']), email));
  await stage.post(joined, '/session/step-up', { password });
  expect((await passkeys.register(joined, {})).status).toBe(400);
  const person = browserOf((await passkeys.added(joined)).reply);
  expect((await mails.next(email)).subject).toBe('まもりのパスキーが、新しく登録されました');
  const [only] = await passkeys.listed(person);
  expect(await passkeys.remove(person, only?.id ?? '')).toMatchObject({ status: 204 });
  expect((await mails.next(email)).subject).toBe('まもりのパスキーが、一つ削除されました');
  expect(mails.received).toHaveLength(2);
});
