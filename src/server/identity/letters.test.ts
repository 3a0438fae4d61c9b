import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openPostOffice, type PostOffice, testOrigin } from '../app/testing/post-office.ts';
import { type Reply, request } from '../app/testing/request.ts';
import { startTestServer } from '../app/testing/test-server.ts';
import { tokenOf } from '../app/testing/token-of.ts';
import { addMember, addSignedIn, addTestFacility } from '../app/testing/world.ts';
import { asSystem } from '../platform/database/transaction.ts';
import { withClient } from '../platform/database/with-client.ts';
import { type MailServer, type ReceivedMail, startMailServer } from '../platform/mail/testing/mail-server.ts';
import { patient } from '../platform/testing/patient.ts';
import { password, Stage } from './testing/stage.ts';

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

const chosen = 'あたらしくえらんだことば';
const resetToken = ({ text }: ReceivedMail) => tokenOf(text?.match(/https:\S+\/reset#\S+/)?.[0] ?? '');
const choose = (token: string, word = chosen) =>
  stage.post(undefined, '/reset-link/password', { token, password: word });
/** Somebody with an authenticator, who has been told so. */
const enrolled = async (...who: Parameters<Stage['enrolled']>) => {
  const person = await stage.enrolled(...who);
  expect((await mails.next(person.email)).subject).toBe('まもりの確認コードの認証アプリが、設定されました');
  return person;
};
const ask = (email: string) => stage.post(undefined, '/reset-requests', { email });
/** Nothing waits in the queue any more but what is to be done much later. */
const allDone = () =>
  vi.waitUntil(
    () =>
      withClient(stage.server.database.owner, async (client) => {
        const { rows } = await client.query(
          "select 1 from graphile_worker.jobs where run_at < now() + interval '1 hour'",
        );
        return rows.length === 0;
      }),
    patient,
  );
const put = (cookie: { readonly browser: Parameters<Stage['isOpen']>[0] }, path: string, body: unknown) =>
  request(stage.server, cookie.browser, { method: 'PUT', path, body });

test('the first administrator of a facility is invited by mail, and a new invitation withdraws the letter before', async () => {
  const { id } = await addTestFacility(stage.server, { name: '岬の病院' }, []);
  const first = (email: string) =>
    stage.post(stage.world.administrator, `/register/${id}/invitations`, { name: '院長', email });
  expect((await first('director@example.jp')).status).toBe(200);
  const mail = await mails.next('director@example.jp');
  expect(mail.subject).toBe('岬の病院から、まもりへの招待です');
  const token = tokenOf(mail.text?.match(/https:\S+invitation#\S+/)?.[0] ?? '');
  expect(await stage.accept(token, 'director@example.jp')).toMatchObject({
    status: 200,
    body: { facilities: [{ id, roles: ['facility-administrator'] }] },
  });
});

test('a reset link of an administrator goes to the registered address where that is wished, and to none otherwise', async () => {
  const { personId, email } = await enrolled('handed@example.jp');
  const { here } = stage.world;
  const path = `/facilities/${here.id}/members/${personId}/reset-link`;
  const issue = (body?: unknown) => stage.post(here.people['facility-administrator'], path, body);
  expect((await issue()).status).toBe(200);
  const issued = await issue({ mail: true });
  const mail = await mails.next(email);
  expect(resetToken(mail)).toBe(tokenOf((issued.body as { path: string }).path));
  expect(mail.text).toContain('みなと総合病院 facility-administratorさんが');
  expect(mails.received.filter(({ recipient }) => recipient === email)).toHaveLength(2);
  expect(await choose(resetToken(mail))).toMatchObject({ status: 204 });
});

test('the system administrator sends a reset link to a facility administrator', async () => {
  const { email } = await enrolled('lead@example.jp', ['facility-administrator']);
  const issued = await stage.post(stage.world.administrator, '/reset-links', { email, mail: true });
  expect(issued.status).toBe(200);
  expect(resetToken(await mails.next(email))).toBe(tokenOf((issued.body as { path: string }).path));
});

/** Somebody who belongs to two facilities and proves nothing but the password. */
async function traveller(): Promise<string> {
  const person = await addSignedIn(stage.server, '巡る人', [], false);
  await asSystem(stage.server.db, (tx) =>
    tx.updateTable('person_secret').set({ totp_confirmed: false }).where('person_id', '=', person.id).execute(),
  );
  const { here, elsewhere } = stage.world;
  for (const { id } of [here, elsewhere]) await addMember(stage.server, id, person.id, ['staff']);
  return `${person.id}@example.jp`;
}

test('a link that would be the whole way into two facilities goes by mail only, where there is mail', async () => {
  const email = await traveller();
  const issued = await stage.post(stage.world.administrator, '/reset-links', { email });
  expect(issued).toMatchObject({ status: 200, body: { path: null, name: '巡る人' } });
  const token = resetToken(await mails.next(email));
  expect(await choose(token, '庭の梅が七つ咲いた朝の小道')).toMatchObject({ status: 204 });

  const without = await startTestServer({ outbox: undefined }, stage.server);
  const call = { method: 'POST', path: '/reset-links', body: { email } };
  expect(await request(without, stage.world.administrator, call)).toMatchObject({
    status: 200,
    body: { path: expect.stringContaining('/reset#') },
  });
  await without.stop();
});

test('whoever forgot the password asks for a link, which works for an hour, once, and asks for the code still', async () => {
  const { email, secret } = await enrolled('forgot@example.jp');
  expect((await ask(email.toUpperCase())).status).toBe(204);
  const late = resetToken(await mails.next(email));
  stage.later(3600);
  expect(await choose(late)).toMatchObject({ status: 410 });
  await ask(email);
  const mail = await mails.next(email);
  expect(mail.text).toContain(`${testOrigin}/reset#`);
  expect(await choose(resetToken(mail))).toMatchObject({ status: 204 });
  expect(await choose(resetToken(mail))).toMatchObject({ status: 410 });
  expect(await stage.signIn(email, { password: chosen })).toMatchObject({ body: { code: 'identity/code-required' } });
  expect(await stage.signIn(email, { password: chosen, code: stage.code(secret) })).toMatchObject({ status: 200 });
});

test('the same is answered for an address nobody has, and nothing is sent to it', async () => {
  const { email } = await enrolled('known@example.jp');
  const replies: Reply[] = [await ask('stranger@example.jp'), await ask(email)];
  const told = replies.map(({ status, body, headers }) => ({
    status,
    body: String(body),
    headers: [...headers.keys()].filter((name) => name !== 'date').sort(),
  }));
  expect(told[0]).toEqual(told[1]);
  await mails.next(email);
  await allDone();
  expect(mails.received.map(({ recipient }) => recipient)).not.toContain('stranger@example.jp');
  const kept = await asSystem(stage.server.db, (tx) => tx.selectFrom('reset_request').select('sealed').execute());
  expect(kept.every(({ sealed }) => sealed === null)).toBe(true);
});

test('an account gets three links an hour at most, the answer stays the same, and thirty requests from a place are enough', async () => {
  stage.later(3600);
  const { email } = await enrolled('bombed@example.jp');
  for (let time = 0; time < 5; time += 1) expect((await ask(email)).status).toBe(204);
  await allDone();
  expect(mails.received.filter(({ recipient }) => recipient === email)).toHaveLength(4);
  for (let time = 0; time < 27; time += 1) await ask(`place-${time}@example.jp`);
  expect(await ask('one-more@example.jp')).toMatchObject({ status: 429, body: { code: 'too-many' } });
  stage.later(3600);
  expect((await ask('one-more@example.jp')).status).toBe(204);
});

test('somebody who asks in the name of another voids no link that was handed over; whichever is used ends both', async () => {
  const { personId, email } = await enrolled('both@example.jp');
  const { here } = stage.world;
  const path = `/facilities/${here.id}/members/${personId}/reset-link`;
  const issued = await stage.post(here.people['facility-administrator'], path);
  stage.later(1);
  await ask(email);
  const own = resetToken(await mails.next(email));
  const handed = tokenOf((issued.body as { path: string }).path);
  expect(await stage.post(undefined, '/reset-link', { token: own })).toMatchObject({ status: 200 });
  expect(await choose(handed)).toMatchObject({ status: 204 });
  expect(await choose(own)).toMatchObject({ status: 410 });
});

test('a person is told of each change of the account, with when and by which browser', async () => {
  const told = await enrolled('told@example.jp');
  const { email, secret } = told;
  stage.later(60);
  const person = { ...told, browser: await stage.steppedUp(told.browser, { code: stage.code(secret) }) };
  expect((await stage.post(person.browser, '/account/recovery-codes')).status).toBe(200);
  expect((await mails.next(email)).subject).toBe('まもりの復旧コードが作られ、前のものは使えなくなりました');
  const begun = await stage.post(person.browser, '/account/second-factor');
  const renewed = (begun.body as { secret: string }).secret;
  const confirmed = await put(person, '/account/second-factor', { code: stage.code(renewed) });
  expect(confirmed.status).toBe(200);
  expect((await mails.next(email)).subject).toBe('まもりの確認コードの認証アプリが、新しいものに替わりました');
  const browser = { id: '', name: '', cookie: confirmed.headers.get('set-cookie')?.split(';')[0] ?? '' };
  const changed = await put({ browser }, '/account/password', { current: password, password: chosen });
  expect(changed.status).toBe(200);
  const mail = await mails.next(email);
  expect(mail.subject).toBe('まもりのパスワードが変わりました');
  expect(mail.text).toMatch(/令和8年11月.*\d+:\d\d、種類の分からないブラウザでの操作です/);
  expect(mail.text).toContain(`${testOrigin}/account`);
  await ask(email);
  await choose(resetToken(await mails.next(email)), 'さらにあたらしいことばです');
  expect((await mails.next(email)).subject).toBe('まもりの再設定リンクで、新しいパスワードが決まりました');
});

test('a choice about notices is kept, and is of the person alone', async () => {
  const { browser } = await enrolled('choosing@example.jp');
  const read = async () => (await request(stage.server, browser, { method: 'GET', path: '/account' })).body;
  expect(await read()).toMatchObject({ workNotices: true });
  for (const work of [false, true, false]) {
    expect(await put({ browser }, '/account/notices', { work })).toMatchObject({ status: 200, body: { work } });
    expect(await read()).toMatchObject({ workNotices: work });
  }
});

test('where no mail is set up, none is offered, and asking for one is refused with what to do', async () => {
  const server = await startTestServer({ outbox: undefined });
  const facility = await addTestFacility(server, { name: '郵便のない病院' });
  const by = facility.people['facility-administrator'];
  const call = (method: string, path: string, body?: unknown) =>
    request(server, by, { method, path, ...(body !== undefined && { body }) });
  expect((await call('GET', '/mail')).body).toEqual({ offered: false });
  const refused = { status: 409, body: { code: 'mail/not-set-up' } };
  const invited = { name: '招かれた人', roles: ['staff'] };
  const path = `/facilities/${facility.id}/invitations`;
  expect(await call('POST', path, { ...invited, email: 'a@example.jp' })).toMatchObject(refused);
  expect(await call('POST', path, invited)).toMatchObject({ status: 200 });
  expect(await call('POST', '/reset-requests', { email: 'a@example.jp' })).toMatchObject(refused);
  const reset = `/facilities/${facility.id}/members/${facility.people.staff.id}/reset-link`;
  expect(await call('POST', reset, { mail: true })).toMatchObject(refused);
  expect(await call('POST', reset)).toMatchObject({ status: 200 });
  await server.stop();
});
