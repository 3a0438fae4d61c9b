import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { request } from '../app/testing/request.ts';
import { asPerson, asSystem } from '../platform/database/transaction.ts';
import { browserOf, password, Stage } from './testing/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.server.stop());

const minutes = (count: number) => count * 60;

async function staffSignedIn(email: string) {
  const joined = await stage.accept(await stage.invited(['staff']), email);
  const { person } = joined.body as { person: { id: string } };
  return { personId: person.id, browser: browserOf(joined), email };
}

const sessionsOf = (personId: string) =>
  asPerson(stage.server.db, { personId }, (tx) =>
    tx.selectFrom('session').select(['seen_at', 'expires_at']).where('person_id', '=', personId).execute(),
  );

test('the cookie ends with the browser and stays out of reach of scripts and other sites', async () => {
  const { email } = await staffSignedIn('cookie@example.jp');
  const [cookie] = (await stage.signIn(email)).headers.getSetCookie();
  expect(cookie).toMatch(/^mamori=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
});

test('confirming the second factor ends every session of the person and opens a new one', async () => {
  const { personId, browser: begun, email } = await staffSignedIn('rotate@example.jp');
  const other = browserOf(await stage.signIn(email));
  const browser = await stage.steppedUp(begun, { password });
  const { secret } = (await stage.post(browser, '/second-factor')).body as { secret: string };
  const confirmed = await stage.confirm(browser, secret);
  expect(confirmed).toMatchObject({ status: 200, body: { pending: 'none' } });
  expect(await Promise.all([browser, other, browserOf(confirmed)].map((each) => stage.isOpen(each)))).toEqual([
    false,
    false,
    true,
  ]);
  const logged = await asSystem(stage.server.db, (tx) =>
    tx
      .selectFrom('system_event')
      .select('at')
      .where('act', '=', 'identity.second-factor-confirmed')
      .where('subject', '=', personId)
      .execute(),
  );
  expect(logged).toEqual([{ at: stage.server.clock.now }]);
});

test('a wrong code leaves session and second factor as they were', async () => {
  const browser = await stage.steppedUp((await staffSignedIn('wrong@example.jp')).browser, { password });
  const { secret } = (await stage.post(browser, '/second-factor')).body as { secret: string };
  const body = { code: stage.code(secret) === '000000' ? '000001' : '000000' };
  const wrong = await request(stage.server, browser, { method: 'PUT', path: '/second-factor', body });
  expect(wrong).toMatchObject({ status: 400, body: { code: 'identity/code-wrong' } });
  expect(await stage.isOpen(browser)).toBe(true);
  expect(await stage.confirm(browser, secret)).toMatchObject({ status: 200 });
});

test('signing in again ends the session the browser came with, whoever it belongs to, and no other', async () => {
  const one = await staffSignedIn('one@example.jp');
  const two = await staffSignedIn('other@example.jp');
  const elsewhere = browserOf(await stage.signIn(one.email));
  const again = await stage.post(one.browser, '/session', { email: one.email, password });
  expect(await stage.isOpen(one.browser)).toBe(false);
  const asTwo = await stage.post(browserOf(again), '/session', { email: two.email, password });
  expect(await Promise.all([again, asTwo].map((reply) => stage.isOpen(browserOf(reply))))).toEqual([false, true]);
  expect(await Promise.all([elsewhere, two.browser].map((browser) => stage.isOpen(browser)))).toEqual([true, true]);
});

test('a refused sign-in leaves the session of the browser open', async () => {
  const { browser, email } = await staffSignedIn('kept@example.jp');
  expect(await stage.post(browser, '/session', { email, password: 'ちがうことば' })).toMatchObject({ status: 401 });
  expect(await stage.isOpen(browser)).toBe(true);
});

test('signing out ends the session', async () => {
  const { browser } = await staffSignedIn('out@example.jp');
  expect(await request(stage.server, browser, { method: 'DELETE', path: '/session' })).toMatchObject({
    status: 200,
    body: { next: null },
  });
  expect(await stage.isOpen(browser)).toBe(false);
});

test('a session ends an hour after it was last used', async () => {
  const { browser } = await staffSignedIn('idle@example.jp');
  for (const wait of [59, 59]) {
    stage.later(minutes(wait));
    expect(await stage.isOpen(browser)).toBe(true);
  }
  stage.later(minutes(60));
  expect(await stage.isOpen(browser)).toBe(false);
});

test('a session ends after 12 hours however much it is used', async () => {
  const { browser } = await staffSignedIn('long@example.jp');
  for (let half = 1; half < 24; half += 1) {
    stage.later(minutes(30));
    expect(await stage.isOpen(browser)).toBe(true);
  }
  stage.later(minutes(30));
  expect(await stage.isOpen(browser)).toBe(false);
});

test('that a session is seen is noted once a minute at most', async () => {
  const { personId, browser } = await staffSignedIn('seen@example.jp');
  const begun = stage.server.clock.now;
  stage.later(60);
  await stage.isOpen(browser);
  expect(await sessionsOf(personId)).toMatchObject([{ seen_at: begun }]);
  stage.later(1);
  await stage.isOpen(browser);
  expect(await sessionsOf(personId)).toMatchObject([{ seen_at: stage.server.clock.now }]);
});

test('what has ended is removed when the person signs in again', async () => {
  const { personId, browser, email } = await staffSignedIn('swept@example.jp');
  stage.later(minutes(30));
  const open = browserOf(await stage.signIn(email));
  stage.later(minutes(40));
  await stage.signIn(email);
  expect(await sessionsOf(personId)).toHaveLength(2);
  expect(await Promise.all([browser, open].map((each) => stage.isOpen(each)))).toEqual([false, true]);
});

test('the application may not prolong or raise a session', async () => {
  const { personId } = await staffSignedIn('raise@example.jp');
  for (const change of ['second_factor = true', "expires_at = 'infinity'", 'seen_at = now()']) {
    const update = asPerson(stage.server.db, { personId }, (tx) =>
      sql`update session set ${sql.raw(change)} where person_id = ${personId}`.execute(tx),
    );
    await expect(update, change).rejects.toThrow('permission denied');
  }
});

test('an act from a page of another site is refused', async () => {
  const response = await fetch(`${stage.server.url}/api/v1/session`, {
    method: 'DELETE',
    headers: { cookie: stage.world.here.people.staff.cookie, origin: 'https://evil.example' },
  });
  expect({ status: response.status, body: await response.json() }).toMatchObject({
    status: 403,
    body: { code: 'foreign-origin' },
  });
});
