import { expect, test } from 'vitest';
import { testOutbox } from '../../app/testing/test-server.ts';
import { tokenOf } from '../../app/testing/token-of.ts';
import type { TestPerson } from '../../app/testing/world.ts';
import { asSystem } from '../../platform/database/transaction.ts';
import { answerResetRequest } from '../request-reset.ts';
import { SoftwareAuthenticator } from '../testing/software-authenticator.ts';
import { SsoStage, withCookies } from '../testing/sso-stage.ts';

const stage = new SsoStage();
const refusedAs = (status: number, code: string) => ({ status, body: { code } });
const password = '庭の梅が九つ咲いた昼の小道';
const runs = () => `/facilities/${stage.world.here.id}/runs`;

async function withPasskey(browser: TestPerson): Promise<SoftwareAuthenticator> {
  const authenticator = new SoftwareAuthenticator();
  const asked = await stage.send(browser, 'POST', '/passkeys/registration-options');
  const credential = authenticator.create(asked.body as Parameters<SoftwareAuthenticator['create']>[0]);
  expect((await stage.send(browser, 'POST', '/passkeys', { name: '手元の鍵', credential })).status).toBe(200);
  return authenticator;
}

async function byPasskey(authenticator: SoftwareAuthenticator) {
  const asked = await stage.send(undefined, 'POST', '/session/passkey-options');
  const credential = authenticator.get(asked.body as Parameters<SoftwareAuthenticator['get']>[0]);
  return stage.send(undefined, 'POST', '/session/passkey', { credential });
}

/** Somebody the provider made, whose roles the facility then changed by hand; now it closes itself to the provider. */
async function shutOut() {
  const email = stage.address('sato');
  stage.provider.person(email, { groups: ['safety'] });
  await stage.give('safety', ['safety-manager']);
  const { reply, browser } = await stage.signIn(email);
  const { id } = (reply.body as { session: { person: { id: string } } }).session.person;
  const authenticator = await withPasskey(browser);
  const member = `/facilities/${stage.world.here.id}/members/${id}`;
  const administrator = stage.world.here.people['facility-administrator'];
  const issue = () => stage.send(administrator, 'POST', `${member}/reset-link`);
  expect(await issue()).toMatchObject(refusedAs(409, 'identity/reset-by-provider'));
  expect((await stage.send(administrator, 'PUT', member, { roles: ['staff'] })).status).toBe(200);
  expect((await stage.open(false)).status).toBe(204);
  return { id, email, browser, issue, authenticator };
}

test('who has no password and belongs by hand to a facility that closes itself comes in after its reset link only', async () => {
  const { email, browser, issue, authenticator } = await shutOut();
  expect(await stage.send(browser, 'GET', runs())).toMatchObject(refusedAs(401, 'sign-in-required'));
  const { reply: turnedAway } = await stage.signIn(email);
  expect(turnedAway).toMatchObject(refusedAs(403, 'sso/held-elsewhere'));
  expect((turnedAway.body as { message: string }).message).toContain(
    'パスワードがないときは、施設の管理者に再設定リンクを頼んでください。',
  );
  expect(await byPasskey(authenticator)).toMatchObject(refusedAs(403, 'identity/passkey-by-provider'));

  const issued = await issue();
  expect(issued.status).toBe(200);
  const token = tokenOf((issued.body as { path: string }).path);
  const shown = await stage.send(undefined, 'POST', '/reset-link', { token });
  expect(shown.body).toMatchObject({ email, secondFactor: false });
  expect((await stage.send(undefined, 'POST', '/reset-link/password', { token, password })).status).toBe(204);
  const signedIn = await stage.send(undefined, 'POST', '/session', { email, password });
  expect(signedIn.status).toBe(200);
  expect((await stage.send(withCookies(signedIn), 'GET', runs())).status).toBe(200);
});

test('a passkey made while the provider opened the account opens nothing once its person has a password', async () => {
  const { issue, authenticator } = await shutOut();
  const token = tokenOf(((await issue()).body as { path: string }).path);
  await stage.send(undefined, 'POST', '/reset-link/password', { token, password });
  expect(await byPasskey(authenticator)).toMatchObject(refusedAs(401, 'identity/passkey-unknown'));
});

test('who never chose a password is sent no link that was asked for at the sign-in page', async () => {
  const { id, email } = await shutOut();
  const { db, clock } = stage.server;
  expect((await stage.send(undefined, 'POST', '/reset-requests', { email })).status).toBe(204);
  await asSystem(db, async (tx) => {
    const open = tx.selectFrom('reset_request').select('id').where('sealed', 'is not', null);
    return (await open.executeTakeFirstOrThrow()).id;
  }).then((request) => answerResetRequest({ db, outbox: testOutbox, now: clock.now }, request));
  const letters = await asSystem(db, (tx) =>
    tx.selectFrom('mail').select('kind').where('person_id', '=', id).where('kind', '=', 'own-reset-link').execute(),
  );
  expect(letters).toEqual([]);
});
