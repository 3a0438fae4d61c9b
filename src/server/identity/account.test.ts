import { afterAll, beforeAll, expect, test } from 'vitest';
import { request } from '../app/testing/request.ts';
import type { TestPerson } from '../app/testing/world.ts';
import { asSystem } from '../platform/database/transaction.ts';
import { browserOf, password, Stage } from './testing/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.server.stop());

const chosen = 'あたらしくえらんだことば';
const at = (browser: TestPerson, method: string, path: string, body?: unknown) =>
  request(stage.server, browser, { method, path, body });

const eventsOf = (subject: string) =>
  asSystem(stage.server.db, async (tx) => {
    const rows = await tx
      .selectFrom('system_event')
      .select('act')
      .where('subject', '=', subject)
      .orderBy('at')
      .execute();
    return rows.map(({ act }) => act);
  });

/** A person signed in twice. */
async function twice(email: string) {
  const one = await stage.enrolled(email);
  stage.later(60);
  const other = browserOf(await stage.signIn(email, { code: stage.code(one.secret) }));
  return { ...one, other };
}

test('no session survives a password change but the own one, which goes on under a new secret', async () => {
  const { browser, other, email, secret, personId } = await twice('change@example.jp');
  const changed = await at(browser, 'PUT', '/account/password', { current: password, password: chosen });
  expect(changed).toMatchObject({ status: 200, body: { pending: 'none' } });
  const open = await Promise.all([browser, other, browserOf(changed)].map((each) => stage.isOpen(each)));
  expect(open).toEqual([false, false, true]);
  expect(await eventsOf(personId)).toContain('identity.password-changed');
  stage.later(60);
  const code = stage.code(secret);
  expect(await stage.signIn(email, { code })).toMatchObject({ status: 401 });
  expect(await stage.signIn(email, { code, password: chosen })).toMatchObject({ status: 200 });
});

test('a password change lengthens no session', async () => {
  const { browser } = await stage.enrolled('long@example.jp');
  const hours = 11;
  for (let half = 0; half < hours * 2; half += 1) {
    stage.later(1800);
    await stage.isOpen(browser);
  }
  const changed = await at(browser, 'PUT', '/account/password', { current: password, password: chosen });
  expect(changed).toMatchObject({ status: 200 });
  for (const open of [true, false]) {
    stage.later(1800);
    expect(await stage.isOpen(browserOf(changed))).toBe(open);
  }
});

test('the password is changed only by who knows it, to one that the rule takes, and guessing is counted', async () => {
  const { browser, other } = await twice('guess@example.jp');
  const weak = await at(browser, 'PUT', '/account/password', { current: password, password: 'guessguess' });
  expect(weak).toMatchObject({ status: 400, body: { data: { faults: [{ field: 'password' }] } } });
  for (let failure = 0; failure < 4; failure += 1) {
    expect(await at(browser, 'PUT', '/account/password', { current: 'ちがう', password: chosen })).toMatchObject({
      status: 400,
      body: { code: 'identity/password-wrong' },
    });
  }
  expect(await at(browser, 'PUT', '/account/password', { current: password, password: chosen })).toMatchObject({
    status: 429,
  });
  expect(await stage.isOpen(other)).toBe(true);
});

test('a person sees the own sessions, and ends one or all others', async () => {
  const { browser, other } = await twice('list@example.jp');
  const listed = (await at(browser, 'GET', '/account/sessions')).body as { id: string; current: boolean }[];
  expect(listed).toMatchObject([
    { current: false, browser: expect.any(String) },
    { current: true, beganAt: expect.any(String) },
  ]);
  const [theOther, own] = listed;
  const { browser: stranger } = await stage.enrolled('list-stranger@example.jp');
  expect(await at(stranger, 'DELETE', `/account/sessions/${own?.id}`)).toMatchObject({ status: 404 });
  expect(await at(browser, 'DELETE', `/account/sessions/${theOther?.id}`)).toMatchObject({ status: 204 });
  expect(await Promise.all([browser, other, stranger].map((each) => stage.isOpen(each)))).toEqual([true, false, true]);
});

test('ending all others leaves the own session', async () => {
  const { browser, other } = await twice('others@example.jp');
  expect(await at(browser, 'DELETE', '/account/sessions')).toMatchObject({ status: 204 });
  expect(await Promise.all([browser, other].map((each) => stage.isOpen(each)))).toEqual([true, false]);
});

const madeCodes = async (browser: TestPerson) =>
  ((await at(browser, 'POST', '/account/recovery-codes')).body as { codes: string[] }).codes;

test('each recovery code signs in once in place of the authenticator, is logged, and the rest are counted', async () => {
  const { browser, email, personId } = await stage.enrolled('recover@example.jp');
  const codes = await madeCodes(browser);
  expect(new Set(codes).size).toBe(10);
  const [code = ''] = codes;
  const recovered = await stage.signIn(email, { code: code.toLowerCase().replaceAll('-', ' ') });
  expect(recovered).toMatchObject({ status: 200, body: { pending: 'none' } });
  expect(await stage.signIn(email, { code })).toMatchObject({ status: 400, body: { code: 'identity/code-wrong' } });
  expect((await at(browserOf(recovered), 'GET', '/account')).body).toMatchObject({ recoveryCodesLeft: 9 });
  expect(await eventsOf(personId)).toContain('identity.recovery-code-used');
});

test('two sign-ins with the same recovery code at the same moment open one session', async () => {
  const { browser, email } = await stage.enrolled('recover-race@example.jp');
  const [code = ''] = await madeCodes(browser);
  const replies = await Promise.all(Array.from({ length: 4 }, () => stage.signIn(email, { code })));
  expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
});

test('new recovery codes void the old, and nobody uses those of another', async () => {
  const { browser, email } = await stage.enrolled('void@example.jp');
  const other = await stage.enrolled('void-other@example.jp');
  const [old = ''] = await madeCodes(browser);
  const [code = ''] = await madeCodes(browser);
  expect(await stage.signIn(email, { code: old })).toMatchObject({ status: 400 });
  expect(await stage.signIn(other.email, { code })).toMatchObject({ status: 400 });
  expect(await stage.signIn(email, { code })).toMatchObject({ status: 200 });
});

test('staff without a second factor get no recovery codes', async () => {
  const joined = browserOf(await stage.accept(await stage.invited(['staff']), 'no-codes@example.jp'));
  const staff = await stage.steppedUp(joined, { password });
  expect(await at(staff, 'POST', '/account/recovery-codes')).toMatchObject({
    status: 409,
    body: { code: 'identity/no-second-factor' },
  });
});

test('the old authenticator counts until the new one is confirmed, then no more', async () => {
  const { browser, other, email, secret } = await twice('renew@example.jp');
  const { secret: next } = (await at(browser, 'POST', '/account/second-factor')).body as { secret: string };
  stage.later(60);
  expect(await stage.signIn(email, { code: stage.code(next) })).toMatchObject({ status: 400 });
  expect(await stage.signIn(email, { code: stage.code(secret) })).toMatchObject({ status: 200 });
  stage.later(60);
  const renewed = await at(browser, 'PUT', '/account/second-factor', { code: stage.code(next) });
  expect(renewed).toMatchObject({ status: 200 });
  expect(await Promise.all([other, browserOf(renewed)].map((each) => stage.isOpen(each)))).toEqual([false, true]);
  stage.later(60);
  expect(await stage.signIn(email, { code: stage.code(secret) })).toMatchObject({ status: 400 });
  expect(await stage.signIn(email, { code: stage.code(next) })).toMatchObject({ status: 200 });
});
