import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { request } from '../app/testing/request.ts';
import { startTestServer, type TestServer } from '../app/testing/test-server.ts';
import { tokenOf } from '../app/testing/token-of.ts';
import { asSystem } from '../platform/database/transaction.ts';
import { issueSetupLink, offerSetupLink } from './index.ts';
import { browserOf, password, Stage } from './testing/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.server.stop());

const link = async () => tokenOf(await issueSetupLink(stage.server.db, stage.server.clock.now));
const setUp = (token: string, email: string) =>
  stage.post(undefined, '/setup', { token, email, password, name: '雨宮 太郎' });

test('the set-up link makes one administrator, once, and that is logged', async () => {
  const first = await link();
  const second = await link();
  expect(await setUp(first, 'admin@example.jp')).toMatchObject({ status: 410 });
  const made = await setUp(second, 'Admin@Example.jp');
  expect(made).toMatchObject({
    status: 200,
    body: { pending: 'enrol-second-factor', systemRoles: ['system-administrator'] },
  });
  expect(await setUp(second, 'b@example.jp')).toMatchObject({ status: 410 });
  expect(await offerSetupLink(stage.server.db, stage.server.clock.now)).toBeUndefined();
  const blocked = await request(stage.server, browserOf(made), { method: 'GET', path: '/register/facilities' });
  expect(blocked).toMatchObject({ status: 401, body: { code: 'second-factor-required' } });
  const { person } = made.body as { person: { id: string } };
  const logged = await asSystem(stage.server.db, (tx) =>
    tx.selectFrom('system_event').select(['subject', 'at']).where('act', '=', 'identity.set-up').execute(),
  );
  expect(logged).toEqual([{ subject: person.id, at: stage.server.clock.now }]);
});

test('of two who open the same link at the same moment one becomes administrator', async () => {
  const token = await link();
  const replies = await Promise.all(['c@example.jp', 'd@example.jp'].map((email) => setUp(token, email)));
  expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 410]);
});

test('a set-up link ends after 24 hours', async () => {
  const token = await link();
  stage.later(24 * 3600 + 1);
  const reply = await setUp(token, 'late@example.jp');
  expect(reply).toMatchObject({ status: 410, body: { code: 'identity/link-not-usable' } });
});

test('a known e-mail address is refused with what to do at a set-up link, which stays usable', async () => {
  await stage.accept(await stage.invited(['planner']), 'known@example.jp');
  const token = await link();
  const taken = await setUp(token, 'known@example.jp');
  expect(taken).toMatchObject({ status: 409, body: { code: 'identity/email-taken' } });
  expect((taken.body as { message: string }).message).toContain('別のメールアドレスを使ってください');
  expect(await setUp(token, 'unknown@example.jp')).toMatchObject({ status: 200 });
});

describe('while nobody administers the installation', () => {
  let fresh: TestServer;
  beforeEach(async () => {
    fresh = await startTestServer();
  });
  afterEach(() => fresh.stop());

  /** Refused once the link is found to be open. */
  const tooCommon = 'passwordpassword';
  const offered = async () => tokenOf((await offerSetupLink(fresh.db, fresh.clock.now)) ?? '');
  const setUpBy = async (token: string, words = password) => {
    const body = { token, email: `${token.slice(0, 8).toLowerCase()}@example.jp`, password: words, name: '雨宮 太郎' };
    return (await request(fresh, undefined, { method: 'POST', path: '/setup', body })).status;
  };
  const administrators = () =>
    asSystem(fresh.db, async (tx) => (await tx.selectFrom('person').select('id').execute()).length);

  test('the links of all processes that started are open until one of them is used', async () => {
    const links = [await offered(), await offered(), await offered()];
    for (const link of links) expect(await setUpBy(link, tooCommon)).toBe(400);
    const [first = '', ...others] = links;
    expect(await setUpBy(first)).toBe(200);
    for (const link of [first, ...others]) expect(await setUpBy(link)).toBe(410);
    expect(await offerSetupLink(fresh.db, fresh.clock.now)).toBeUndefined();
    expect(await administrators()).toBe(1);
  });

  test('of those who use two links at the same moment one becomes administrator', async () => {
    const links = [await offered(), await offered(), await offered()];
    expect((await Promise.all(links.map((link) => setUpBy(link)))).toSorted()).toEqual([200, 410, 410]);
    expect(await administrators()).toBe(1);
  });

  test('one asked for by hand ends those that were printed', async () => {
    const printed = await offered();
    await issueSetupLink(fresh.db, fresh.clock.now);
    expect(await setUpBy(printed)).toBe(410);
  });
});
