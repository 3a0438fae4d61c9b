import { verify } from '@node-rs/argon2';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Reply, request } from '../app/testing/request.ts';
import { asSystem } from '../platform/database/transaction.ts';
import { Stage } from './testing/stage.ts';

// Watched, not replaced: what takes the time of signing in is counted, and still done.
vi.mock('@node-rs/argon2', { spy: true });

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.server.stop());

const wrong = 'ちがうことばを選ぶ人';
/** How much work each verification was: algorithm, memory, passes and lanes. */
const work = () => vi.mocked(verify).mock.calls.map(([stored]) => String(stored).split('$').slice(1, 4).join(' '));
const oneVerification = ['argon2id v=19 m=19456,t=2,p=1'];

async function worked(trying: () => Promise<Reply>) {
  vi.mocked(verify).mockClear();
  const { status, body, headers } = await trying();
  return { status, body, headers: [...headers.keys()], work: work() };
}

test('an unknown address costs the work of a wrong password, and gets its answer', async () => {
  await stage.accept(await stage.invited(['staff']), 'known@example.jp');
  const { email } = await stage.enrolled('enrolled@example.jp');
  const known = await worked(() => stage.signIn('known@example.jp', { password: wrong }));
  expect(known).toMatchObject({ status: 401, body: { code: 'identity/sign-in-refused' }, work: oneVerification });
  expect(await worked(() => stage.signIn('unknown@example.jp', { password: wrong }))).toEqual(known);
  expect(await worked(() => stage.signIn(email, { password: wrong }))).toEqual(known);
  expect(await worked(() => stage.signIn(email, { password: wrong, code: '123456' }))).toEqual(known);
});

test('so does the address of somebody who has no password', async () => {
  await stage.accept(await stage.invited(['staff']), 'by-provider@example.jp');
  await asSystem(stage.server.db, (tx) =>
    tx
      .updateTable('person_secret')
      .set({ password_hash: null })
      .where('email', '=', 'by-provider@example.jp')
      .execute(),
  );
  const known = await worked(() => stage.signIn('by-provider@example.jp', { password: wrong }));
  expect(known).toMatchObject({ status: 401, body: { code: 'identity/sign-in-refused' }, work: oneVerification });
  expect(await worked(() => stage.signIn('nobody-either@example.jp', { password: wrong }))).toEqual(known);
});

test('whoever tried too often is told so before any work is done, known or not', async () => {
  await stage.accept(await stage.invited(['staff']), 'locked@example.jp');
  const often = async (email: string) => {
    for (let failure = 0; failure < 5; failure += 1) await stage.signIn(email, { password: wrong });
    return worked(() => stage.signIn(email, { password: wrong }));
  };
  const known = await often('locked@example.jp');
  expect(known).toMatchObject({ status: 429, body: { code: 'identity/locked' }, work: [] });
  expect(await often('nobody@example.jp')).toEqual(known);
});

test('who asks for a link by mail costs no such work, known or not', async () => {
  await stage.accept(await stage.invited(['staff']), 'link@example.jp');
  const ask = (email: string) =>
    worked(() => request(stage.server, undefined, { method: 'POST', path: '/reset-requests', body: { email } }));
  const known = await ask('link@example.jp');
  expect(known).toMatchObject({ status: 204, work: [] });
  expect(await ask('nobody-there@example.jp')).toEqual(known);
});
