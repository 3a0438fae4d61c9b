import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Reply, request } from '../app/testing/request.ts';
import { tokenOf } from '../app/testing/token-of.ts';
import { addBrowser, addSignedIn } from '../app/testing/world.ts';
import { asPerson, asSystem } from '../platform/database/transaction.ts';
import { countWaiting, insertSignInChallenge } from './passkey/challenge-repository.ts';
import { newChallenge } from './passkey/new-challenge.ts';
import { addProgram } from './testing/add-access-token.ts';
import { browserOf, Stage } from './testing/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.server.stop());

const year = 365 * 24 * 60 * 60;

/** Does something while the clock is a year ahead, and sets it back. */
async function yearAhead<T>(work: () => Promise<T>): Promise<T> {
  stage.later(year);
  const done = await work();
  stage.later(-year);
  return done;
}

async function staff(email: string): Promise<{ readonly personId: string; readonly email: string }> {
  const { body } = await stage.accept(await stage.invited(['staff']), email);
  return { personId: (body as { person: { id: string } }).person.id, email };
}
const sessionsOf = (personId: string) =>
  asPerson(stage.server.db, { personId }, (tx) =>
    tx.selectFrom('session').select('created_at').where('person_id', '=', personId).execute(),
  );
const codeOf = ({ body }: Reply) => (body as { code?: string }).code;
const makeCodes = (browser: Parameters<Stage['post']>[0]) => stage.post(browser, '/account/recovery-codes');

test('a session begun while the clock was ahead ends when it is set back, and goes with the next sign-in', async () => {
  const { personId, email } = await staff('ahead@example.jp');
  const ahead = await yearAhead(async () => browserOf(await stage.signIn(email)));
  expect(await stage.isOpen(ahead)).toBe(false);
  const browser = browserOf(await stage.signIn(email));
  const listed = await request(stage.server, browser, { method: 'GET', path: '/account/sessions' });
  expect(listed.body).toHaveLength(1);
  expect(await sessionsOf(personId)).toHaveLength(1);
  stage.later(year);
  expect(await stage.isOpen(ahead)).toBe(false);
  stage.later(-year);
});

test('a session of before goes on when the clock is set back, and one of a machine half a minute ahead is taken', async () => {
  const { email } = await staff('before@example.jp');
  stage.later(30 * 60);
  const browser = browserOf(await stage.signIn(email));
  stage.later(20 * 60);
  expect(await stage.isOpen(browser)).toBe(true);
  stage.later(-20 * 60);
  expect(await stage.isOpen(browser)).toBe(true);
  stage.later(-30);
  expect(await stage.isOpen(browser)).toBe(true);
  stage.later(-60);
  expect(await stage.isOpen(browser)).toBe(false);
  stage.later(90);
});

test('a proof to be there, given while the clock was ahead, opens nothing dangerous', async () => {
  const person = await addSignedIn(stage.server, '先の時計の人');
  const at = (seconds: number) => ({ stepped_up_at: new Date(stage.server.clock.now.getTime() + seconds * 1000) });
  const [near, ahead] = [
    await addBrowser(stage.server, person, at(30)),
    await addBrowser(stage.server, person, at(year)),
  ];
  expect(codeOf(await makeCodes(near))).not.toBe('step-up-required');
  expect(await makeCodes(ahead)).toMatchObject({ status: 403, body: { code: 'step-up-required' } });
});

test('a code used while the clock was ahead locks nobody out, and each code is taken once still', async () => {
  const { email, secret } = await stage.enrolled('code@example.jp');
  const used = await yearAhead(async () => (await stage.signIn(email, { code: stage.code(secret) })).status);
  expect(used).toBe(200);
  stage.later(60);
  const code = stage.code(secret);
  const replies = await Promise.all([1, 2].map(() => stage.signIn(email, { code })));
  expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 400]);
  expect(await stage.signIn(email, { code })).toMatchObject({ status: 400, body: { code: 'identity/code-wrong' } });
});

test('tries made while the clock was ahead close no sign-in, and a success then opens none to guesses', async () => {
  const wrong = { password: 'ちがうことばを選ぶ人' };
  const { email } = await staff('tries@example.jp');
  const tried = await yearAhead(async () => {
    for (let failure = 0; failure < 5; failure += 1) await stage.signIn(email, wrong);
    return stage.signIn(email);
  });
  expect(tried).toMatchObject({ status: 429, body: { code: 'identity/locked' } });
  expect(await stage.signIn(email)).toMatchObject({ status: 200 });
  stage.later(60);

  const success = await yearAhead(async () => {
    stage.later(2 * 60 * 60);
    const reply = await stage.signIn(email);
    stage.later(-2 * 60 * 60);
    return reply;
  });
  expect(success).toMatchObject({ status: 200 });
  for (let failure = 0; failure < 5; failure += 1) await stage.signIn(email, wrong);
  expect(await stage.signIn(email)).toMatchObject({ status: 429, body: { code: 'identity/locked' } });
  stage.later(60 * 60);
});

test('a reset link issued while the clock was ahead opens nothing, and voids none issued since', async () => {
  const { personId } = await stage.enrolled('reset@example.jp');
  const { here } = stage.world;
  const path = `/facilities/${here.id}/members/${personId}/reset-link`;
  const issue = async () =>
    tokenOf(((await stage.post(here.people['facility-administrator'], path)).body as { path: string }).path);
  const read = async (token: string) => (await stage.post(undefined, '/reset-link', { token })).status;
  const ahead = await yearAhead(issue);
  const since = await issue();
  expect([await read(ahead), await read(since)]).toEqual([410, 200]);
});

test('what was asked for and posted while the clock was ahead counts for nothing once it is set back', async () => {
  const ask = (email: string) => stage.post(undefined, '/reset-requests', { email });
  const asked = await yearAhead(async () => {
    for (let time = 0; time < 30; time += 1) await ask(`asked-${time}@example.jp`);
    return ask('one-more@example.jp');
  });
  expect(asked).toMatchObject({ status: 429 });
  expect((await ask('one-more@example.jp')).status).toBeLessThan(300);

  const { here } = stage.world;
  const body = { name: '新しい人', roles: ['staff'], email: 'flooded@example.jp' };
  const invite = () => stage.post(here.people['facility-administrator'], `/facilities/${here.id}/invitations`, body);
  const invited = await yearAhead(async () => {
    for (let time = 0; time < 5; time += 1) await invite();
    return invite();
  });
  expect(invited).toMatchObject({ status: 429, body: { code: 'mail/too-many' } });
  expect(await invite()).toMatchObject({ status: 200 });
});

test('challenges of passkeys made while the clock was ahead wait for nobody', async () => {
  const place = randomBytes(32);
  const make = () =>
    asSystem(stage.server.db, (tx) => {
      const { challenge, expiresAt } = newChallenge(stage.server.clock.now);
      return insertSignInChallenge(tx, place, challenge, expiresAt);
    });
  await yearAhead(make);
  await make();
  expect(await asSystem(stage.server.db, (tx) => countWaiting(tx, place, stage.server.clock.now))).toBe(1);
});

test('when an access key was used last is right again with its next use', async () => {
  const { here } = stage.world;
  const { planner } = here.people;
  const expiresAt = new Date(stage.server.clock.now.getTime() + 2 * year * 1000);
  const program = await addProgram(stage.server, here, planner, { scopes: ['facility.read'], expiresAt });
  const use = () => request(stage.server, program, { method: 'GET', path: `/facilities/${here.id}/profile` });
  expect(await yearAhead(use)).toMatchObject({ status: 200 });
  expect(await use()).toMatchObject({ status: 200 });
  const path = `/facilities/${here.id}/tokens`;
  const { body } = await request(stage.server, planner, { method: 'GET', path });
  expect(body).toMatchObject([{ lastUsedAt: stage.server.clock.now.toISOString() }]);
});
