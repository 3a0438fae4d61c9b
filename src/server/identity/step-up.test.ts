import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { request } from '../app/testing/request.ts';
import type { TestPerson } from '../app/testing/world.ts';
import { asPerson } from '../platform/database/transaction.ts';
import { browserOf, password, Stage } from './testing/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.server.stop());

const tenMinutes = 600;
const makeCodes = (browser: Parameters<Stage['post']>[0]) => stage.post(browser, '/account/recovery-codes');
const asked = { status: 403, body: { code: 'step-up-required' } };

test('signing in with a second factor opens dangerous acts for ten minutes, and a code opens them again', async () => {
  const { browser, secret } = await stage.enrolled('again@example.jp');
  expect(await makeCodes(browser)).toMatchObject({ status: 200 });
  stage.later(tenMinutes);
  expect(await makeCodes(browser)).toMatchObject(asked);
  const proved = await stage.steppedUp(browser, { code: stage.code(secret) });
  expect(await makeCodes(proved)).toMatchObject({ status: 200 });
});

const at = (browser: TestPerson, path: string) => request(stage.server, browser, { method: 'GET', path });
const ownSession = async (browser: TestPerson) =>
  ((await at(browser, '/account/sessions')).body as { id: string; beganAt: string; current: boolean }[]).find(
    ({ current }) => current,
  );

test('a proof gives the session a new secret, which the former one opens no more, and leaves it the session it was', async () => {
  const { browser, secret } = await stage.enrolled('secret@example.jp');
  stage.later(60);
  const before = await ownSession(browser);
  const proved = await stage.steppedUp(browser, { code: stage.code(secret) });
  expect(await Promise.all([browser, proved].map((each) => stage.isOpen(each)))).toEqual([false, true]);
  expect(await ownSession(proved)).toMatchObject({ id: before?.id, beganAt: before?.beganAt });
  expect(await stage.post(browser, '/session/step-up', { code: stage.code(secret) })).toMatchObject({
    status: 401,
    body: { code: 'sign-in-required' },
  });
});

test('a proof that is refused leaves the secret as it was', async () => {
  const { browser, secret } = await stage.enrolled('refused@example.jp');
  const code = stage.code(secret) === '000000' ? '000001' : '000000';
  expect(await stage.post(browser, '/session/step-up', { code })).toMatchObject({ status: 400 });
  expect(await stage.isOpen(browser)).toBe(true);
});

test('what other tabs ask while one proves is answered, or refused as without a session and answered when asked again', async () => {
  const { browser, secret } = await stage.enrolled('tabs@example.jp');
  stage.later(60);
  const asking = () => Array.from({ length: 20 }, () => at(browser, '/session'));
  const early = asking();
  const proving = stage.steppedUp(browser, { code: stage.code(secret) });
  const replies = await Promise.all([...early, ...asking()]);
  const proved = await proving;
  for (const { status, body } of replies) {
    if (status !== 200) expect({ status, body }).toMatchObject({ status: 401, body: { code: 'sign-in-required' } });
  }
  expect((await Promise.all(replies.map(() => at(proved, '/session')))).map(({ status }) => status)).toEqual(
    replies.map(() => 200),
  );
});

test('two tabs that prove at the same moment by one code leave one secret, and it opens', async () => {
  const { browser, secret } = await stage.enrolled('both@example.jp');
  stage.later(60);
  const code = stage.code(secret);
  const replies = await Promise.all([1, 2].map(() => stage.post(browser, '/session/step-up', { code })));
  const [proved, ...others] = replies.filter(({ status }) => status === 200);
  expect(others).toEqual([]);
  expect(proved && (await stage.isOpen(browserOf(proved)))).toBe(true);
  expect(await stage.isOpen(browser)).toBe(false);
});

test('a code steps up once, and not at all where it signed in', async () => {
  const { browser, secret, email } = await stage.enrolled('step@example.jp');
  stage.later(tenMinutes);
  const code = stage.code(secret);
  const wrong = { status: 400, body: { code: 'identity/code-wrong' } };
  expect(await stage.signIn(email, { code })).toMatchObject({ status: 200 });
  expect(await stage.post(browser, '/session/step-up', { code })).toMatchObject(wrong);
  stage.later(30);
  const next = stage.code(secret);
  const proved = await stage.steppedUp(browser, { code: next });
  expect(await stage.post(proved, '/session/step-up', { code: next })).toMatchObject(wrong);
});

test('one session stepping up opens nothing in another of the same person', async () => {
  const { browser, secret, email } = await stage.enrolled('other@example.jp');
  stage.later(60);
  const other = browserOf(await stage.signIn(email, { code: stage.code(secret) }));
  stage.later(tenMinutes);
  await stage.post(browser, '/session/step-up', { code: stage.code(secret) });
  expect(await makeCodes(other)).toMatchObject(asked);
});

test('staff without a second factor prove to be there by their password, nobody else does', async () => {
  const staff = browserOf(await stage.accept(await stage.invited(['staff']), 'staff@example.jp'));
  expect(await stage.post(staff, '/session/step-up', { password: 'ちがうことば' })).toMatchObject({
    status: 400,
    body: { code: 'identity/password-wrong' },
  });
  expect(await stage.post(staff, '/session/step-up', { password })).toMatchObject({ status: 200 });
  const { browser } = await stage.enrolled('planner@example.jp');
  expect(await stage.post(browser, '/session/step-up', { password })).toMatchObject({
    status: 400,
    body: { code: 'identity/code-needed' },
  });
});

test('wrong codes are counted, and close neither signing in nor another session', async () => {
  const { browser, secret, email } = await stage.enrolled('counted@example.jp');
  stage.later(60);
  const other = browserOf(await stage.signIn(email, { code: stage.code(secret) }));
  stage.later(60);
  const right = stage.code(secret);
  const code = right === '000000' ? '000001' : '000000';
  const typed = [code, '7Q2M-K4XD-09ZP-HB3T-WC8N-5GYR', code, code, code];
  for (const wrong of typed) {
    expect(await stage.post(browser, '/session/step-up', { code: wrong })).toMatchObject({ status: 400 });
  }
  expect(await stage.post(browser, '/session/step-up', { code: right })).toMatchObject({
    status: 429,
    body: { code: 'identity/locked', data: { retryAfterSeconds: 30 } },
  });
  expect(await stage.post(other, '/session/step-up', { code: right })).toMatchObject({ status: 200 });
  stage.later(30);
  expect(await stage.signIn(email, { code: stage.code(secret) })).toMatchObject({ status: 200 });
});

test('a colleague who fails to sign in as somebody closes no step-up to them', async () => {
  const { browser, secret, email } = await stage.enrolled('shut-out@example.jp');
  stage.later(60);
  for (let failure = 0; failure < 6; failure += 1) await stage.signIn(email, { password: 'ちがうことば' });
  expect(await stage.signIn(email)).toMatchObject({ status: 429 });
  expect(await stage.post(browser, '/session/step-up', { code: stage.code(secret) })).toMatchObject({ status: 200 });
});

test('the application notes a step-up by the one function only, and only on the session of that person', async () => {
  const { server } = stage;
  const { personId } = await stage.enrolled('function@example.jp');
  const { personId: stranger } = await stage.enrolled('stranger@example.jp');
  for (const change of [
    "stepped_up_at = 'infinity'",
    'second_factor = true',
    "browser = ''",
    'id = gen_random_uuid()',
  ]) {
    const update = asPerson(server.db, { personId }, (tx) =>
      sql`update session set ${sql.raw(change)} where person_id = ${personId}`.execute(tx),
    );
    await expect(update, change).rejects.toThrow('permission denied');
  }
  const noted = await asPerson(server.db, { personId }, (tx) =>
    sql<{ noted: boolean }>`select step_up_session(token_hash, sha256('new'), ${stranger}, now()) as noted
      from session where person_id = ${personId}`.execute(tx),
  );
  expect(noted.rows).toEqual([{ noted: false }]);
  const kept = asPerson(server.db, { personId }, (tx) =>
    sql`select step_up_session(token_hash, token_hash, ${personId}, now()) from session
      where person_id = ${personId}`.execute(tx),
  );
  await expect(kept).rejects.toThrow('a new secret');
});
