import { afterAll, beforeAll, expect, test } from 'vitest';
import { mostPasskeys } from '#core/identity/passkey.ts';
import { request } from '../../app/testing/request.ts';
import { addSignedIn, type TestPerson } from '../../app/testing/world.ts';
import { asPerson } from '../../platform/database/transaction.ts';
import { newToken } from '../secret-token.ts';
import { insertSession } from '../sign-in-repository.ts';
import { codeOf, PasskeyStage } from '../testing/passkey-stage.ts';
import { SoftwareAuthenticator } from '../testing/software-authenticator.ts';
import { browserOf, password, Stage } from '../testing/stage.ts';

let stage: Stage;
let passkeys: PasskeyStage;
beforeAll(async () => {
  stage = await Stage.open();
  passkeys = new PasskeyStage(stage);
});
afterAll(() => stage.server.stop());

async function withPasswordAlone(personId: string): Promise<TestPerson> {
  const { token, hash } = newToken();
  const ever = new Date('2100-01-01');
  const times = { created_at: stage.server.clock.now, seen_at: ever, expires_at: ever };
  await asPerson(stage.server.db, { personId }, (tx) =>
    insertSession(tx, { token_hash: hash, person_id: personId, second_factor: false, ...times }),
  );
  return { id: personId, name: '', cookie: `mamori=${token}` };
}

const person = () => addSignedIn(stage.server, '鍵を持つ人');
const newcomer = async (email: string, roles: readonly string[]) =>
  browserOf(await stage.accept(await stage.invited(roles), email));

test('the options ask for a passkey that is found without an e-mail address and knows who is there', async () => {
  const holder = await passkeys.holder();
  expect(await passkeys.creation(holder.person)).toMatchObject({
    rp: { id: 'localhost', name: 'まもり' },
    attestation: 'none',
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    excludeCredentials: [{ id: holder.authenticator.id, transports: ['internal'] }],
  });
});

test('a person has several passkeys, by name, when made and last used', async () => {
  const one = await person();
  const first = await passkeys.added(one);
  stage.later(1);
  await passkeys.added(one);
  expect(first.reply).toMatchObject({ status: 200, body: { name: '手元の鍵', lastUsedAt: null, backedUp: false } });
  stage.later(60);
  expect(await passkeys.signIn(first.authenticator)).toMatchObject({ status: 200 });
  const at = stage.server.clock.now.toISOString();
  expect((await passkeys.listed(one)).map(({ lastUsedAt }) => lastUsedAt)).toEqual([at, null]);
  expect(await passkeys.logged('identity.passkey-added', one.id)).toBe(2);
});

test.each([
  ['made on a page of another address', { origin: 'https://mamori.example' }, 'identity/passkey-other-site'],
  ['made within a page of another site', { crossOrigin: true }, 'identity/passkey-other-site'],
  ['made for another relying party', { rpId: 'mamori.example' }, 'identity/passkey-other-site'],
  ['made without asking who is there', { unverified: true }, 'identity/passkey-refused'],
  ['for a challenge of its own', { challenge: 'A'.repeat(43) }, 'identity/passkey-challenge-not-usable'],
])('a passkey %s is refused', async (_, misconduct, code) => {
  const one = await person();
  expect(codeOf((await passkeys.added(one, misconduct)).reply)).toBe(code);
  expect(await passkeys.listed(one)).toEqual([]);
});

test('a challenge is answered once, within five minutes, by the session that asked and for what it asked', async () => {
  const one = await person();
  const other = await person();
  const options = await passkeys.creation(one);
  const answer = () => new SoftwareAuthenticator().create(options);
  expect(codeOf(await passkeys.register(other, answer()))).toBe('identity/passkey-challenge-not-usable');
  expect(await passkeys.register(one, answer())).toMatchObject({ status: 200 });
  expect(codeOf(await passkeys.register(one, answer()))).toBe('identity/passkey-challenge-not-usable');
  const signIn = await passkeys.signInOptions();
  const misused = new SoftwareAuthenticator().create({ ...options, challenge: signIn.challenge });
  expect(codeOf(await passkeys.register(one, misused))).toBe('identity/passkey-challenge-not-usable');
  const late = new SoftwareAuthenticator().create(await passkeys.creation(one));
  stage.later(5 * 60);
  expect(codeOf(await passkeys.register(one, late))).toBe('identity/passkey-challenge-not-usable');
});

test('a refused answer uses its challenge up', async () => {
  const one = await person();
  const options = await passkeys.creation(one);
  const wrong = new SoftwareAuthenticator().create(options, { unverified: true });
  expect(codeOf(await passkeys.register(one, wrong))).toBe('identity/passkey-refused');
  const right = new SoftwareAuthenticator().create(options);
  expect(codeOf(await passkeys.register(one, right))).toBe('identity/passkey-challenge-not-usable');
});

test('of two answers to one challenge at the same moment one is taken', async () => {
  const one = await person();
  const options = await passkeys.creation(one);
  const answers = Array.from({ length: 4 }, () => new SoftwareAuthenticator().create(options));
  const replies = await Promise.all(answers.map((answer) => passkeys.register(one, answer)));
  expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
});

test('a credential belongs to one person only', async () => {
  const holder = await passkeys.holder();
  const other = await person();
  const again = holder.authenticator.create(await passkeys.creation(other));
  expect(codeOf(await passkeys.register(other, again))).toBe('identity/passkey-taken');
});

test(`a person has ${mostPasskeys} passkeys at most`, async () => {
  const one = await person();
  const waiting = new SoftwareAuthenticator();
  for (let count = 0; count < mostPasskeys; count += 1) await passkeys.added(one);
  const full = await stage.post(one, '/passkeys/registration-options');
  expect(codeOf(full)).toBe('identity/too-many-passkeys');
  const late = waiting.create({ challenge: 'A'.repeat(43), rp: { id: 'localhost' }, user: { id: 'AA' } });
  expect(codeOf(await passkeys.register(one, late))).toBe('identity/too-many-passkeys');
});

test('a passkey is a second factor: enrolling it ends all sessions and opens one that has passed', async () => {
  const browser = await newcomer('enrol@example.jp', ['planner']);
  const elsewhere = browserOf(await stage.signIn('enrol@example.jp'));
  const { reply } = await passkeys.added(browser);
  expect(reply).toMatchObject({ status: 200 });
  const raised = browserOf(reply);
  expect(await Promise.all([browser, elsewhere, raised].map((each) => stage.isOpen(each)))).toEqual([
    false,
    false,
    true,
  ]);
  const session = await request(stage.server, raised, { method: 'GET', path: '/session' });
  expect(session.body).toMatchObject({ pending: 'none', proofs: ['passkey'] });
});

test('a further passkey of a session that has passed leaves the sessions as they are', async () => {
  const { person: one } = await passkeys.holder();
  const { reply } = await passkeys.added(one);
  expect(reply.headers.get('set-cookie')).toBeNull();
  expect(await stage.isOpen(one)).toBe(true);
});

test('with the password alone nobody gets round the passkey: neither by a new one nor by an authenticator', async () => {
  const email = 'round@example.jp';
  const browser = await newcomer(email, ['planner']);
  const { authenticator } = await passkeys.added(browser);
  const signedIn = await stage.signIn(email, { password });
  expect(signedIn).toMatchObject({
    status: 401,
    body: { code: 'identity/code-required', data: { proofs: ['passkey'] } },
  });
  expect(signedIn.headers.get('set-cookie')).toBeNull();
  expect(await passkeys.signIn(authenticator)).toMatchObject({ status: 200, body: { pending: 'none' } });
});

test('a session opened by the password just before the first passkey came adds none and no authenticator', async () => {
  const browser = await newcomer('just-before@example.jp', ['planner']);
  const { secret } = (await stage.post(browser, '/second-factor')).body as { secret: string };
  const raised = browserOf((await passkeys.added(browser)).reply);
  const session = await request(stage.server, raised, { method: 'GET', path: '/session' });
  const thief = await withPasswordAlone((session.body as { person: { id: string } }).person.id);
  for (const path of ['/passkeys/registration-options', '/second-factor']) {
    expect(codeOf(await stage.post(thief, path))).toBe('second-factor-required');
  }
  expect(codeOf(await stage.confirm(thief, secret))).toBe('second-factor-required');
  const credential = new SoftwareAuthenticator().create({
    challenge: 'A'.repeat(43),
    rp: { id: 'localhost' },
    user: { id: 'AA' },
  });
  expect(codeOf(await passkeys.register(thief, credential))).toBe('second-factor-required');
});
