import { afterAll, beforeAll, expect, test } from 'vitest';
import { request } from '../app/testing/request.ts';
import { tokenOf } from '../app/testing/token-of.ts';
import { asSystem } from '../platform/database/transaction.ts';
import { issueSetupLink, needsSetUp } from './index.ts';
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
  expect(await needsSetUp(stage.server.db)).toBe(false);
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
