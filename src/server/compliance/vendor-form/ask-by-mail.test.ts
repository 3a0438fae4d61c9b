import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { VendorRegister } from '#core/compliance/vendor-form/vendor-system.ts';
import { openPostOffice, type PostOffice } from '../../app/testing/post-office.ts';
import { request } from '../../app/testing/request.ts';
import { startTestServer, type TestServer } from '../../app/testing/test-server.ts';
import { addedSystem } from '../../app/testing/vendor-form-fixtures.ts';
import { makeWorld, type World } from '../../app/testing/world.ts';
import { type MailServer, startMailServer } from '../../platform/mail/testing/mail-server.ts';
import { patient } from '../../platform/testing/patient.ts';

let server: TestServer;
let world: World;
let mails: MailServer;
let office: PostOffice;
beforeAll(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
  mails = await startMailServer();
  office = openPostOffice(server, mails.url);
});
afterAll(async () => {
  await office.stop();
  await mails.stop();
  await server.stop();
});

const call = (method: string, path: string, body?: object) =>
  request(server, world.here.people.planner, {
    method,
    path: `/facilities/${world.here.id}/vendor-systems${path}`,
    ...(body && { body }),
  });
const mailStateOf = async (id: string) =>
  ((await call('GET', '')).body as VendorRegister).systems.find((one) => one.id === id)?.form?.link?.mail;

test('a vendor is asked by mail, with a link that opens its form, and what became of the letter is seen', async () => {
  const { id } = await addedSystem(server, world.here, { email: 'sato@example.jp' });
  const asked = await call('POST', `/${id}/link`, { byMail: true });
  expect(asked).toMatchObject({ status: 200, body: { mailed: true } });
  const mail = await mails.next('sato@example.jp');
  expect(mail.subject).toContain('チェックリスト（事業者確認用）の記入のお願い');
  expect(mail.text).toContain((asked.body as { path: string }).path);
  await vi.waitUntil(async () => (await mailStateOf(id)) === 'sent', patient);
  const token = mail.text?.match(/vendor-form#(\S+)/)?.[1] ?? '';
  const opened = await request(server, undefined, { method: 'POST', path: '/vendor-form', body: { token } });
  expect(opened).toMatchObject({ status: 200, body: { vendor: '青葉システム' } });
});

test('without an address nothing is sent, and the link of before goes on', async () => {
  const { id } = await addedSystem(server, world.here, { system: 'レセコン' });
  const before = await call('POST', `/${id}/link`, { byMail: false });
  expect(await call('POST', `/${id}/link`, { byMail: true })).toMatchObject({
    status: 409,
    body: { code: 'compliance/no-address' },
  });
  const token = (before.body as { path: string }).path.split('#')[1];
  const opened = await request(server, undefined, { method: 'POST', path: '/vendor-form', body: { token } });
  expect(opened.status).toBe(200);
});
