import { randomUUID } from 'node:crypto';
import pino from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { identityContract } from '#core/identity/contract.ts';
import { testSecretBox } from '../app/testing/test-server.ts';
import { asSystem } from '../platform/database/transaction.ts';
import { buildApi } from '../platform/http/api.ts';
import { findActor, identityRoutes } from './index.ts';
import { password, Stage } from './testing/stage.ts';

let stage: Stage;
let api: ReturnType<typeof buildApi>;
beforeAll(async () => {
  stage = await Stage.open();
  api = buildApi({
    contract: { identity: identityContract },
    router: { identity: identityRoutes({ box: testSecretBox, address: () => '', onLeaving: async () => undefined }) },
    db: stage.server.db,
    findActor,
    cookie: { name: 'mamori', secure: false },
    addressOf: (c) => c.req.header('x-test-address') ?? '',
    now: () => stage.server.clock.now,
    log: pino({ level: 'silent' }),
  });
});
afterAll(() => stage.server.stop());

const wrong = 'ちがうことばを選ぶ人';

type More = { readonly code?: string; readonly password?: string };

const requestFrom = (address: string, email: string, more: More = {}, cookie = '') =>
  api.request('/api/v1/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-test-address': address, cookie },
    body: JSON.stringify({ email, password, ...more }),
  });

/** A sign-in from an address; the code of the answer where it is refused. */
async function signInFrom(address: string, email: string, more: More = {}, cookie = '') {
  const response = await requestFrom(address, email, more, cookie);
  return response.ok ? 'open' : ((await response.json()) as { code: string }).code;
}

/** A member of staff: a password and nothing else. */
async function registered(email: string): Promise<string> {
  await stage.accept(await stage.invited(['staff']), email);
  return email;
}

test('a planner signs in with password and code, with each code once', async () => {
  const { secret, email } = await stage.enrolled('once@example.jp');
  stage.later(60);
  const code = stage.code(secret);
  expect(await stage.signIn(email)).toMatchObject({ status: 401, body: { code: 'identity/code-required' } });
  expect(await stage.signIn(email, { code })).toMatchObject({ status: 200, body: { pending: 'none' } });
  expect(await stage.signIn(email, { code })).toMatchObject({ status: 400, body: { code: 'identity/code-wrong' } });
});

test('two sign-ins with the same code at the same moment open one session', async () => {
  const { secret, email } = await stage.enrolled('race@example.jp');
  stage.later(60);
  const code = stage.code(secret);
  const replies = await Promise.all(Array.from({ length: 4 }, () => stage.signIn(email, { code })));
  expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
});

test('wrong passwords close the account at one address with a growing delay, and time opens it again', async () => {
  const email = await registered('locked@example.jp');
  for (let failure = 0; failure < 5; failure += 1) {
    expect(await signInFrom('ward', email, { password: wrong })).toBe('identity/sign-in-refused');
  }
  expect(await signInFrom('ward', email)).toBe('identity/locked');
  expect(await signInFrom('office', email)).toBe('open');
  stage.later(29);
  expect(await signInFrom('ward', email)).toBe('identity/locked');
  stage.later(1);
  expect(await signInFrom('ward', email, { password: wrong })).toBe('identity/sign-in-refused');
  stage.later(59);
  expect(await signInFrom('ward', email)).toBe('identity/locked');
  stage.later(1);
  expect(await signInFrom('ward', email)).toBe('open');
});

test('a locked account says after how many seconds to try again', async () => {
  const email = await registered('told@example.jp');
  for (let failure = 0; failure < 5; failure += 1) await stage.signIn(email, { password: wrong });
  stage.later(10);
  expect(await stage.signIn(email)).toMatchObject({
    status: 429,
    body: { code: 'identity/locked', data: { retryAfterSeconds: 20 } },
  });
});

test('guesses made at the same moment are all counted', async () => {
  const email = await registered('parallel@example.jp');
  const replies: string[] = [];
  for (let round = 0; round < 5; round += 1) {
    const guesses = Array.from({ length: 4 }, () => signInFrom('ward', email, { password: wrong }));
    replies.push(...(await Promise.all(guesses)));
  }
  expect(replies.filter((code) => code === 'identity/sign-in-refused')).toHaveLength(5);
  expect(new Set(replies)).toEqual(new Set(['identity/sign-in-refused', 'identity/locked']));
});

test('a success begins the count anew', async () => {
  const email = await registered('anew@example.jp');
  for (let round = 0; round < 2; round += 1) {
    stage.later(1);
    for (let failure = 0; failure < 4; failure += 1) {
      expect(await signInFrom('ward', email, { password: wrong })).toBe('identity/sign-in-refused');
    }
    expect(await signInFrom('ward', email)).toBe('open');
  }
});

test('wrong codes count as wrong passwords do', async () => {
  const { secret, email } = await stage.enrolled('codes@example.jp');
  stage.later(60);
  const right = stage.code(secret);
  const code = right === '000000' ? '000001' : '000000';
  for (let failure = 0; failure < 5; failure += 1) {
    expect(await signInFrom('ward', email, { code })).toBe('identity/code-wrong');
  }
  expect(await signInFrom('ward', email, { code: right })).toBe('identity/locked');
});

test('guessing from many addresses closes the account for strangers and leaves the usual place open', async () => {
  const email = await registered('many@example.jp');
  expect(await signInFrom('ward', email)).toBe('open');
  stage.later(1);
  const strangers = Array.from({ length: 12 }, (_, index) => `stranger ${index}`);
  const guess = (address: string) => signInFrom(address, email, { password: wrong });
  for (let round = 0; round < 4; round += 1) {
    expect(new Set(await Promise.all(strangers.map(guess)))).toEqual(new Set(['identity/sign-in-refused']));
  }
  expect(await guess('the 50th, the first being the ward itself')).toBe('identity/sign-in-refused');
  expect(await guess('the 51st')).toBe('identity/locked');
  expect(await signInFrom('home', email)).toBe('identity/locked');
  expect(await signInFrom('ward', email)).toBe('open');
  stage.later(3600);
  expect(await signInFrom('home', email)).toBe('open');
});

test('a colleague behind the same address cannot close the sign-in to somebody at the own browser', async () => {
  const email = await registered('shared-address@example.jp');
  const first = await requestFrom('ward', email);
  const kept = first.headers.getSetCookie().find((line) => line.startsWith('mamori-browser='));
  expect(kept).toMatch(/^mamori-browser=[\w-]{43}; Max-Age=34560000; Path=\/; HttpOnly; SameSite=Lax$/);
  const own = kept?.split(';')[0] ?? '';
  const guess = (cookie: string) => signInFrom('ward', email, { password: wrong }, cookie);
  stage.later(1);
  for (let failure = 0; failure < 5; failure += 1) await guess('');
  expect(await guess('')).toBe('identity/locked');
  expect(await guess('mamori-browser=made-up')).toBe('identity/locked');
  expect(await signInFrom('ward', email, {}, own)).toBe('open');
  stage.later(1);
  for (let failure = 0; failure < 5; failure += 1) expect(await guess(own)).toBe('identity/sign-in-refused');
  expect(await guess(own)).toBe('identity/locked');
});

test('a browser is known again for the accounts that signed in with it only', async () => {
  const email = await registered('not-of-this-browser@example.jp');
  const colleague = await registered('colleague@example.jp');
  const response = await requestFrom('ward', colleague);
  const own =
    response.headers
      .getSetCookie()
      .find((line) => line.startsWith('mamori-browser='))
      ?.split(';')[0] ?? '';
  for (let failure = 0; failure < 5; failure += 1) await signInFrom('ward', email, { password: wrong });
  expect(await signInFrom('ward', email, {}, own)).toBe('identity/locked');
});

test('an unknown e-mail address is refused in the same words as a wrong password, and counted alike', async () => {
  const email = 'nobody@example.jp';
  for (let failure = 0; failure < 5; failure += 1) {
    expect(await signInFrom('ward', email)).toBe('identity/sign-in-refused');
  }
  expect(await signInFrom('ward', email)).toBe('identity/locked');
});

test('a flood of sign-ins from one address is refused before it costs anything', async () => {
  const emails = Array.from({ length: 30 }, (_, index) => `flood-${index}@example.jp`);
  const replies = await Promise.all(emails.map((email) => stage.signIn(email)));
  const codes = replies.map(({ body }) => (body as { code: string }).code);
  expect(new Set(codes)).toEqual(new Set(['identity/sign-in-refused', 'too-many']));
  expect(replies.find(({ status }) => status === 429)?.body).toMatchObject({ code: 'too-many' });
  expect(await stage.signIn('after-the-flood@example.jp')).toMatchObject({ status: 401 });
});

test('tries are forgotten after 30 days, and nothing else is ever removed', async () => {
  const { now } = stage.server.clock;
  const longAgo = new Date('2020-01-01');
  const yesterday = new Date(Math.min(now.getTime(), Date.now()) - 24 * 3600 * 1000);
  const tried = 'identity.sign-in-tried';
  const events = [
    { id: randomUUID(), act: tried, subject: 'old try', at: longAgo },
    { id: randomUUID(), act: tried, subject: 'new try', at: yesterday },
    { id: randomUUID(), act: 'identity.set-up', subject: 'old act', at: longAgo },
  ];
  const left = () =>
    asSystem(stage.server.db, (tx) =>
      tx
        .selectFrom('system_event')
        .select('subject')
        .where(
          'id',
          'in',
          events.map(({ id }) => id),
        )
        .orderBy('subject')
        .execute(),
    );
  await asSystem(stage.server.db, (tx) => tx.insertInto('system_event').values(events).execute());
  await signInFrom('ward', 'sweeper@example.jp');
  expect(await left()).toEqual([{ subject: 'new try' }, { subject: 'old act' }]);
  await asSystem(stage.server.db, (tx) => tx.deleteFrom('system_event').execute());
  expect(await left()).toEqual([{ subject: 'new try' }, { subject: 'old act' }]);
});
