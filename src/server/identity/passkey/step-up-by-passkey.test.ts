import { afterAll, beforeAll, expect, test } from 'vitest';
import { addBrowser, addSignedIn, type TestPerson } from '../../app/testing/world.ts';
import { codeOf, PasskeyStage } from '../testing/passkey-stage.ts';
import type { Misconduct, SoftwareAuthenticator } from '../testing/software-authenticator.ts';
import { browserOf, password, Stage } from '../testing/stage.ts';

let stage: Stage;
let passkeys: PasskeyStage;
beforeAll(async () => {
  stage = await Stage.open();
  passkeys = new PasskeyStage(stage);
});
afterAll(() => stage.server.stop());

/** Another browser of the person, who proved to be there ten minutes ago. */
const staleBrowser = (person: TestPerson) =>
  addBrowser(stage.server, person, { stepped_up_at: new Date(stage.server.clock.now.getTime() - 10 * 60 * 1000) });

type Asked = Parameters<SoftwareAuthenticator['get']>[0];

const askedOf = async (person: TestPerson) =>
  (await stage.post(person, '/session/step-up/passkey-options')).body as Asked;

async function prove(person: TestPerson, passkey: unknown) {
  const reply = await stage.post(person, '/session/step-up', { passkey });
  return reply.status === 200 ? 'proved' : codeOf(reply);
}

const steppedUp = async (person: TestPerson, authenticator: SoftwareAuthenticator, misconduct: Misconduct = {}) =>
  prove(person, authenticator.get(await askedOf(person), misconduct));

const makeCodes = (person: TestPerson) => stage.post(person, '/account/recovery-codes');

test('a passkey opens dangerous acts again for ten minutes, its own adding and removing too', async () => {
  const { person, authenticator, passkeyId } = await passkeys.holder();
  const stale = await staleBrowser(person);
  expect(codeOf(await passkeys.remove(stale, passkeyId))).toBe('step-up-required');
  expect(codeOf(await stage.post(stale, '/passkeys/registration-options'))).toBe('step-up-required');
  expect(await steppedUp(stale, authenticator)).toBe('proved');
  expect(await passkeys.remove(stale, passkeyId)).toMatchObject({ status: 204 });
  stage.later(10 * 60);
  expect(codeOf(await stage.post(stale, '/passkeys/registration-options'))).toBe('step-up-required');
});

test.each([
  ['from a page of another address', { origin: 'https://mamori.example' }, 'identity/passkey-other-site'],
  ['for another relying party', { rpId: 'mamori.example' }, 'identity/passkey-other-site'],
  ['without asking who is there', { unverified: true }, 'identity/passkey-refused'],
  ['by another key', { forged: true }, 'identity/passkey-refused'],
  ['for a challenge of its own', { challenge: 'A'.repeat(43) }, 'identity/passkey-challenge-not-usable'],
])('an assertion %s opens nothing', async (_, misconduct, code) => {
  const { person, authenticator } = await passkeys.holder();
  const stale = await staleBrowser(person);
  expect(await steppedUp(stale, authenticator, misconduct)).toBe(code);
  expect(codeOf(await makeCodes(stale))).toBe('step-up-required');
});

test('a counter that goes back opens nothing and is recorded', async () => {
  const { person, authenticator } = await passkeys.holder();
  const stale = await staleBrowser(person);
  expect(await steppedUp(stale, authenticator, { counter: 7 })).toBe('proved');
  expect(await steppedUp(stale, authenticator, { counter: 3 })).toBe('identity/passkey-copied');
  expect(await passkeys.logged('identity.passkey-copied', person.id)).toBe(1);
});

test("neither somebody else's passkey, nor another session's challenge, nor one used before proves anything", async () => {
  const one = await passkeys.holder();
  const two = await passkeys.holder();
  expect(await steppedUp(one.person, two.authenticator)).toBe('identity/passkey-unknown');
  const options = await askedOf(one.person);
  const answer = one.authenticator.get(options);
  expect(await prove(two.person, answer)).toBe('identity/passkey-challenge-not-usable');
  const elsewhere = browserOf(await passkeys.signIn(one.authenticator));
  expect(await prove(elsewhere, answer)).toBe('identity/passkey-challenge-not-usable');
  const signedLater = one.authenticator.get(options);
  expect(await prove(one.person, signedLater)).toBe('proved');
  expect(await prove(one.person, signedLater)).toBe('identity/passkey-challenge-not-usable');
});

test('a challenge to sign in with steps nobody up, and one to step up with signs nobody in', async () => {
  const { person, authenticator } = await passkeys.holder();
  expect(await prove(person, authenticator.get(await passkeys.signInOptions()))).toBe(
    'identity/passkey-challenge-not-usable',
  );
  expect(codeOf(await passkeys.send(authenticator.get(await askedOf(person))))).toBe(
    'identity/passkey-challenge-not-usable',
  );
});

test('what browsers add to their answer is passed over, what others add is refused', async () => {
  const { person, authenticator } = await passkeys.holder();
  const answer = authenticator.get(await askedOf(person));
  const withMore = { ...answer, authenticatorAttachment: 'platform', clientExtensionResults: { credProps: {} } };
  expect(await prove(person, { ...withMore, response: { ...answer.response, newField: 1 } })).toBe('proved');
  const reply = await stage.post(person, '/session/step-up', { passkey: answer, stray: 1 });
  expect(codeOf(reply)).toBe('input-not-valid');
});

test('wrong assertions are counted by the session, and the lock says how long', async () => {
  const { person, authenticator } = await passkeys.holder();
  for (let failure = 0; failure < 5; failure += 1) {
    expect(await steppedUp(person, authenticator, { forged: true })).toBe('identity/passkey-refused');
  }
  expect(await steppedUp(person, authenticator)).toBe('identity/locked');
  stage.later(30);
  expect(await steppedUp(person, authenticator)).toBe('proved');
});

test('whoever has no passkey is told so', async () => {
  const person = await addSignedIn(stage.server, '鍵のない人');
  const reply = await stage.post(person, '/session/step-up/passkey-options');
  expect(codeOf(reply)).toBe('identity/passkey-unknown');
});

test('with a passkey alone, recovery codes sign in and step up beside it; the password proves too little', async () => {
  const email = 'passkey-alone@example.jp';
  const joined = browserOf(await stage.accept(await stage.invited(['planner']), email));
  const person = browserOf((await passkeys.added(joined)).reply);
  const { codes } = (await makeCodes(person)).body as { codes: string[] };
  const [first = '', second = ''] = codes;
  const recovered = await stage.signIn(email, { code: first });
  expect(recovered).toMatchObject({ status: 200, body: { pending: 'none', proofs: ['passkey'] } });
  expect(await stage.signIn(email, { code: first })).toMatchObject({ body: { code: 'identity/code-wrong' } });
  expect(await stage.post(person, '/session/step-up', { code: second })).toMatchObject({ status: 200 });
  expect(await stage.post(person, '/session/step-up', { password })).toMatchObject({
    body: { code: 'identity/code-needed' },
  });
});

test('an authenticator begun and not confirmed proves nothing beside a passkey', async () => {
  const email = 'begun@example.jp';
  const joined = browserOf(await stage.accept(await stage.invited(['planner']), email));
  const person = browserOf((await passkeys.added(joined)).reply);
  const { secret } = (await stage.post(person, '/second-factor')).body as { secret: string };
  expect(await stage.signIn(email, { code: stage.code(secret) })).toMatchObject({
    status: 400,
    body: { code: 'identity/code-wrong' },
  });
});

test('a browser that signed in by passkey is known, so that a colleague cannot close it', async () => {
  const email = 'known@example.jp';
  const joined = browserOf(await stage.accept(await stage.invited(['planner']), email));
  const { authenticator } = await passkeys.added(joined);
  const cookies = (await passkeys.signIn(authenticator)).headers.getSetCookie();
  expect(cookies.some((cookie) => cookie.startsWith('mamori-browser='))).toBe(true);
});
