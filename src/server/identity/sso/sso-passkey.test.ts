import { expect, test } from 'vitest';
import type { Reply } from '../../app/testing/request.ts';
import type { TestPerson } from '../../app/testing/world.ts';
import { SoftwareAuthenticator } from '../testing/software-authenticator.ts';
import { SsoStage, withCookies } from '../testing/sso-stage.ts';

const stage = new SsoStage();
const refusedAs = (status: number, code: string) => ({ status, body: { code } });
const optionsOf = <Options>({ body }: Reply) => body as Options;
const email = () => stage.address('sato');

/** Somebody who came by the provider and has made a passkey, as the role asks for a second factor. */
async function holder() {
  stage.provider.person(email(), { groups: ['safety'] });
  await stage.give('safety', ['safety-manager']);
  const { browser } = await stage.signIn(email());
  const authenticator = new SoftwareAuthenticator();
  const asked = await stage.send(browser, 'POST', '/passkeys/registration-options');
  const credential = authenticator.create(optionsOf<Parameters<SoftwareAuthenticator['create']>[0]>(asked));
  const made = await stage.send(browser, 'POST', '/passkeys', { name: '手元の鍵', credential });
  expect(made.status).toBe(200);
  const { id } = made.body as { id: string };
  return { authenticator, passkeyId: id, browser: withCookies(made, browser.cookie) };
}

async function byPasskey(authenticator: SoftwareAuthenticator, browser?: TestPerson): Promise<Reply> {
  const asked = await stage.send(browser, 'POST', '/session/passkey-options');
  const credential = authenticator.get(optionsOf<Parameters<SoftwareAuthenticator['get']>[0]>(asked));
  return stage.send(browser, 'POST', '/session/passkey', { credential });
}

const endConnection = () => stage.send(stage.world.administrator, 'DELETE', stage.connectionPath);
const statusOf = async (browser: TestPerson) => (await stage.send(browser, 'GET', '/session')).status;

test('a passkey completes what the provider began, and opens nothing by itself for who has no password', async () => {
  const { authenticator, browser } = await holder();
  expect(await stage.send(browser, 'GET', '/session')).toMatchObject({
    body: { pending: 'none', proofs: ['passkey', 'sso'] },
  });
  expect(await byPasskey(authenticator)).toMatchObject(refusedAs(403, 'identity/passkey-by-provider'));
  const again = await stage.signIn(email());
  expect(again.reply).toMatchObject({ status: 200, body: { session: { pending: 'second-factor' } } });
  const completed = await byPasskey(authenticator, again.browser);
  expect(completed).toMatchObject({ status: 200, body: { pending: 'none' } });
  const { next } = (await stage.send(withCookies(completed, again.browser.cookie), 'DELETE', '/session')).body as {
    next: string;
  };
  expect(new URL(next).origin).toBe(stage.provider.issuer);
});

test('who left the organisation stays out, also with a passkey', async () => {
  const { authenticator, browser } = await holder();
  stage.provider.person(email(), { groups: [] });
  expect((await stage.signIn(email())).reply).toMatchObject(refusedAs(403, 'sso/no-roles'));
  expect(await stage.send(browser, 'GET', `/facilities/${stage.world.here.id}/members`)).toMatchObject({ status: 404 });
  expect((await byPasskey(authenticator)).status).toBe(403);
});

test.each(['made the passkey', 'was completed by it'])(
  'the session that %s ends with the connection; then the passkey is the last way in, and stays',
  async (which) => {
    const { authenticator, browser, passkeyId } = await holder();
    const again = await stage.signIn(email());
    const completed = await byPasskey(authenticator, again.browser);
    const open = which.startsWith('made') ? browser : withCookies(completed, again.browser.cookie);
    expect(await statusOf(open)).toBe(200);
    expect((await endConnection()).status).toBe(204);
    expect(await statusOf(open)).toBe(401);
    const last = await byPasskey(authenticator);
    expect(last.status).toBe(200);
    const removal = await stage.send(withCookies(last), 'DELETE', `/passkeys/${passkeyId}`);
    expect(removal).toMatchObject(refusedAs(409, 'identity/last-way-in'));
  },
);

test('where a passkey is set up, the provider proves who is there only with a second factor of its own', async () => {
  const { browser } = await holder();
  const goThere = async () => {
    const begun = await stage.send(browser, 'POST', '/session/step-up/sso');
    const answer = await stage.answered((begun.body as { url: string }).url, email());
    return stage.complete(withCookies(begun, browser.cookie), answer);
  };
  expect(await goThere()).toMatchObject(refusedAs(403, 'sso/second-factor-needed'));
  stage.provider.person(email(), { groups: ['safety'], amr: ['pwd', 'otp'] });
  expect(await goThere()).toMatchObject({ status: 200, body: { purpose: 'step-up' } });
});

test('a recovery code completes what the provider began, once, where the passkey is not at hand', async () => {
  const { browser } = await holder();
  const made = await stage.send(browser, 'POST', '/account/recovery-codes');
  const [code] = (made.body as { codes: string[] }).codes;
  const { browser: again } = await stage.signIn(email());
  expect(await stage.send(again, 'PUT', '/second-factor', { code: 'AAAA-AAAA-AAAA-AAAA-AAAA-AAAA' })).toMatchObject(
    refusedAs(400, 'identity/code-wrong'),
  );
  const completed = await stage.send(again, 'PUT', '/second-factor', { code });
  expect(completed).toMatchObject({ status: 200, body: { pending: 'none' } });
  expect((await endConnection()).status).toBe(204);
  expect(await statusOf(withCookies(completed, again.cookie))).toBe(401);
});

test('nobody gives a password to whom the provider vouches for; once the connection has ended, a link does', async () => {
  const { browser } = await holder();
  const { id } = ((await stage.send(browser, 'GET', '/session')).body as { person: { id: string } }).person;
  const { here, administrator } = stage.world;
  const issue = () => {
    const by = here.people['facility-administrator'];
    return stage.send(by, 'POST', `/facilities/${here.id}/members/${id}/reset-link`);
  };
  await stage.send(here.people['facility-administrator'], 'PUT', `/facilities/${here.id}/members/${id}`, {
    roles: ['staff', 'safety-manager'],
  });
  expect(await issue()).toMatchObject(refusedAs(409, 'identity/reset-by-provider'));
  expect((await endConnection()).status).toBe(204);
  const issued = await issue();
  expect(issued.status).toBe(200);
  const token = (issued.body as { path: string }).path.split('#')[1];
  const password = '庭の梅が七つ咲いた朝の小道';
  expect((await stage.send(undefined, 'POST', '/reset-link/password', { token, password })).status).toBe(204);
  await stage.connect();
  expect((await stage.send(administrator, 'GET', stage.connectionPath)).status).toBe(200);
});

test('who has no password has none to change, to prove with, or to sign in with', async () => {
  const { browser } = await holder();
  const change = { current: 'なにかのことば', password: '庭の梅が七つ咲いた朝' };
  expect(await stage.send(browser, 'PUT', '/account/password', change)).toMatchObject(
    refusedAs(400, 'identity/password-wrong'),
  );
  expect(await stage.send(undefined, 'POST', '/session', { email: email(), password: 'なにかのことば' })).toMatchObject(
    refusedAs(401, 'identity/sign-in-refused'),
  );
});
