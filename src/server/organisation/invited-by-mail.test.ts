import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openPostOffice, type PostOffice } from '../app/testing/post-office.ts';
import { request } from '../app/testing/request.ts';
import { startTestServer, type TestServer } from '../app/testing/test-server.ts';
import { tokenOf } from '../app/testing/token-of.ts';
import { makeWorld, type TestPerson, type World } from '../app/testing/world.ts';
import { inOrganisation } from '../platform/database/transaction.ts';
import { type MailServer, startMailServer } from '../platform/mail/testing/mail-server.ts';
import { patient } from '../platform/testing/patient.ts';

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

const post = (by: TestPerson, path: string, body: unknown) => request(server, by, { method: 'POST', path, body });
const administrator = () => world.network.people['organisation-administrator'];
const invite = (email: string) =>
  post(administrator(), `/organisations/${world.network.id}/invitations`, {
    name: '支える人',
    roles: ['supporter'],
    email,
  });
const invitations = async () =>
  (await request(server, administrator(), { method: 'GET', path: `/organisations/${world.network.id}/invitations` }))
    .body as { id: string; mail: string | null }[];

test('an organisation invites by mail, in its own name, and sees what became of the letter', async () => {
  const issued = await invite('supporter@example.jp');
  expect(issued.status).toBe(200);
  const mail = await mails.next('supporter@example.jp');
  expect(mail.subject).toBe(`${world.network.name}から、まもりへの招待です`);
  expect(mail.text).toContain((issued.body as { path: string }).path);
  await vi.waitUntil(async () => (await invitations())[0]?.mail === 'sent', patient);
});

test('the first person of an organisation is invited by mail; the one invited anew voids the letter before', async () => {
  const made = await post(world.administrator, '/register/organisations', {
    name: '港の法人',
    kind: 'corporation',
    prefecture: null,
  });
  const { id } = made.body as { id: string };
  const first = (email: string) =>
    post(world.administrator, `/register/organisations/${id}/invitations`, { name: '理事長', email });
  await first('before@example.jp');
  const old = await mails.next('before@example.jp');
  expect(await first('first@example.jp')).toMatchObject({ status: 200 });
  expect((await mails.next('first@example.jp')).subject).toBe('港の法人から、まもりへの招待です');
  const token = tokenOf(old.text?.match(/https:\S+invitation#\S+/)?.[0] ?? '');
  expect(await request(server, undefined, { method: 'POST', path: '/invitation', body: { token } })).toMatchObject({
    status: 410,
  });
});

test('an organisation sees the letters it posted and no others', async () => {
  await invite('seen@example.jp');
  const above = (of: World['network']) =>
    inOrganisation(server.db, { organisationId: of.id, personId: of.people['organisation-administrator'].id }, (tx) =>
      tx.selectFrom('mail').select('organisation_id').distinct().execute(),
    );
  expect(await above(world.network)).toEqual([{ organisation_id: world.network.id }]);
  expect(await above(world.otherNetwork)).toEqual([]);
});
