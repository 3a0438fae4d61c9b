import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mostWaitingChallenges } from '#core/identity/passkey.ts';
import { request } from '../../app/testing/request.ts';
import { asSystem } from '../../platform/database/transaction.ts';
import { codeOf, PasskeyStage } from '../testing/passkey-stage.ts';
import { SoftwareAuthenticator } from '../testing/software-authenticator.ts';
import { browserOf, Stage } from '../testing/stage.ts';

let stage: Stage;
let passkeys: PasskeyStage;
beforeAll(async () => {
  stage = await Stage.open();
  passkeys = new PasskeyStage(stage);
});
afterAll(() => stage.server.stop());

test('a passkey alone signs in, as password and second factor together do', async () => {
  const { authenticator, person } = await passkeys.holder();
  const reply = await passkeys.signIn(authenticator);
  expect(reply).toMatchObject({ status: 200, body: { person: { id: person.id }, pending: 'none' } });
  const session = await request(stage.server, browserOf(reply), { method: 'GET', path: '/passkeys' });
  expect(session.status).toBe(200);
});

test('what is asked of a browser tells nothing of who has a passkey', async () => {
  const options = await passkeys.signInOptions();
  expect(options).toMatchObject({ rpId: 'localhost', userVerification: 'required', allowCredentials: [] });
});

test.each([
  ['from a page of another address', { origin: 'https://mamori.example' }, 'identity/passkey-other-site'],
  ['from within a page of another site', { crossOrigin: true }, 'identity/passkey-other-site'],
  ['for another relying party', { rpId: 'mamori.example' }, 'identity/passkey-other-site'],
  ['without asking who is there', { unverified: true }, 'identity/passkey-refused'],
  ['by another key', { forged: true }, 'identity/passkey-refused'],
  ['for another person', { userHandle: 'AAAA' }, 'identity/passkey-refused'],
  ['for a challenge of its own', { challenge: 'A'.repeat(43) }, 'identity/passkey-challenge-not-usable'],
])('an assertion %s is refused', async (_, misconduct, code) => {
  const { authenticator } = await passkeys.holder();
  expect(await passkeys.signIn(authenticator, misconduct)).toMatchObject({ body: { code } });
});

test('a challenge signs in once, within five minutes, and not where it was asked for something else', async () => {
  const { authenticator, person } = await passkeys.holder();
  const options = await passkeys.signInOptions();
  expect(await passkeys.send(authenticator.get(options))).toMatchObject({ status: 200 });
  expect(codeOf(await passkeys.send(authenticator.get(options)))).toBe('identity/passkey-challenge-not-usable');
  const { challenge } = await passkeys.creation(person);
  const misused = authenticator.get({ challenge, rpId: 'localhost' });
  expect(codeOf(await passkeys.send(misused))).toBe('identity/passkey-challenge-not-usable');
  const late = authenticator.get(await passkeys.signInOptions());
  stage.later(5 * 60);
  expect(codeOf(await passkeys.send(late))).toBe('identity/passkey-challenge-not-usable');
});

test('of one assertion sent four times at the same moment one opens a session', async () => {
  const { authenticator } = await passkeys.holder();
  const assertion = authenticator.get(await passkeys.signInOptions());
  const replies = await Promise.all(Array.from({ length: 4 }, () => passkeys.send(assertion)));
  expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
});

test('a counter that does not go on is refused and recorded; a forged signature accuses nobody', async () => {
  const { authenticator, person } = await passkeys.holder();
  expect(await passkeys.signIn(authenticator, { counter: 7 })).toMatchObject({ status: 200 });
  expect(codeOf(await passkeys.signIn(authenticator, { counter: 3, forged: true }))).toBe('identity/passkey-refused');
  expect(await passkeys.logged('identity.passkey-copied', person.id)).toBe(0);
  expect(codeOf(await passkeys.signIn(authenticator, { counter: 7 }))).toBe('identity/passkey-copied');
  expect(await passkeys.logged('identity.passkey-copied', person.id)).toBe(1);
  expect(await passkeys.signIn(authenticator, { counter: 8 })).toMatchObject({ status: 200 });
});

test('an unknown passkey and one that was removed sign nobody in', async () => {
  expect(codeOf(await passkeys.signIn(new SoftwareAuthenticator(), { userHandle: 'AAAA' }))).toBe(
    'identity/passkey-unknown',
  );
  const { authenticator, person, passkeyId } = await passkeys.holder();
  expect(await passkeys.remove(person, passkeyId)).toMatchObject({ status: 204 });
  expect(codeOf(await passkeys.signIn(authenticator))).toBe('identity/passkey-unknown');
});

test('refused assertions close the passkey as wrong passwords do the account, and time opens it again', async () => {
  const { authenticator } = await passkeys.holder();
  for (let failure = 0; failure < 5; failure += 1) {
    expect(codeOf(await passkeys.signIn(authenticator, { forged: true }))).toBe('identity/passkey-refused');
  }
  expect(await passkeys.signIn(authenticator)).toMatchObject({
    status: 429,
    body: { code: 'identity/locked', data: { retryAfterSeconds: 30 } },
  });
  stage.later(30);
  expect(await passkeys.signIn(authenticator)).toMatchObject({ status: 200 });
});

test('an address has so many challenges waiting at most; those that ran out are removed', async () => {
  stage.later(5 * 60);
  const ask = () => stage.post(undefined, '/session/passkey-options');
  const waiting = async () =>
    asSystem(stage.server.db, async (tx) => {
      const found = await sql<{ count: number }>`select count(*)::int as count from passkey_challenge`.execute(tx);
      return found.rows[0]?.count;
    });
  for (let round = 0; round < mostWaitingChallenges / 50; round += 1) {
    await Promise.all(Array.from({ length: 50 }, ask));
  }
  expect(await ask()).toMatchObject({ status: 429, body: { code: 'too-many' } });
  stage.later(5 * 60);
  for (let round = 0; round <= mostWaitingChallenges / 100; round += 1) await ask();
  expect(await waiting()).toBe(mostWaitingChallenges / 100 + 1);
});
