import { hashPassword } from '../../identity/password-hash.ts';
import { newSecret } from '../../identity/second-factor.ts';
import { asSystem } from '../../platform/database/transaction.ts';
import type { EndpointName, Fixture } from './fixture.ts';
import { codeAt } from './identity-fixtures.ts';
import { request } from './request.ts';
import { type TestServer, testSecretBox } from './test-server.ts';
import { tokenOf } from './token-of.ts';
import { addBrowser, addSignedIn, type TestPerson, type World } from './world.ts';

type Names = Extract<EndpointName, `account.${string}`>;
const current = 'いままでつかってきたことば';
const secret = newSecret();

/** A person with a password, an authenticator in use and the same one set up anew. */
async function provable(server: TestServer): Promise<TestPerson> {
  const person = await addSignedIn(server, '確かめる人');
  const sealed = testSecretBox.seal(secret);
  const password_hash = await hashPassword(current);
  await asSystem(server.db, (tx) =>
    tx
      .updateTable('person_secret')
      .set({ password_hash, totp_secret: sealed, totp_next_secret: sealed })
      .where('person_id', '=', person.id)
      .execute(),
  );
  return person;
}

async function resetToken(server: TestServer, { here }: World): Promise<string> {
  const path = `/facilities/${here.id}/members/${here.people.planner.id}/reset-link`;
  const reply = await request(server, here.people['facility-administrator'], { method: 'POST', path });
  return tokenOf((reply.body as { path: string }).path);
}

const twice = new WeakMap<TestServer, TestPerson>();
const code = (server: TestServer) => codeAt(secret, server.clock.now);

export const accountFixtures: Readonly<Record<Names, Fixture>> = {
  'account.read': { as: 'staff', call: () => ({ method: 'GET', path: '/account' }) },
  'account.stepUp': {
    as: 'staff',
    person: provable,
    call: (server) => ({ method: 'POST', path: '/session/step-up', body: { code: code(server) } }),
    wrong: { body: { code: '12' }, fields: ['code'] },
  },
  'account.changePassword': {
    as: 'staff',
    person: provable,
    call: () => ({ method: 'PUT', path: '/account/password', body: { current, password: 'あたらしくえらんだことば' } }),
    wrong: { body: { current: '', password: '短い' }, fields: ['current', 'password'] },
  },
  'account.sessions': { as: 'staff', call: () => ({ method: 'GET', path: '/account/sessions' }) },
  'account.endSession': {
    as: 'staff',
    person: async (server) => {
      const person = await addSignedIn(server, '二つの端末の人');
      await addBrowser(server, person, {});
      twice.set(server, person);
      return person;
    },
    call: async (server) => {
      const listed = await request(server, twice.get(server), { method: 'GET', path: '/account/sessions' });
      const other = (listed.body as readonly { id: string; current: boolean }[]).find((each) => !each.current);
      return { method: 'DELETE', path: `/account/sessions/${other?.id}` };
    },
  },
  'account.endOtherSessions': { as: 'staff', call: () => ({ method: 'DELETE', path: '/account/sessions' }) },
  'account.chooseNotices': {
    as: 'staff',
    call: () => ({ method: 'PUT', path: '/account/notices', body: { work: false } }),
    wrong: { body: { work: 'いいえ' }, fields: ['work'] },
  },
  'account.makeRecoveryCodes': { as: 'planner', call: () => ({ method: 'POST', path: '/account/recovery-codes' }) },
  'account.beginRenewal': { as: 'planner', call: () => ({ method: 'POST', path: '/account/second-factor' }) },
  'account.confirmRenewal': {
    as: 'planner',
    person: provable,
    call: (server) => ({ method: 'PUT', path: '/account/second-factor', body: { code: code(server) } }),
    wrong: { body: { code: '12' }, fields: ['code'] },
  },
  'account.issueResetLink': {
    as: 'facility-administrator',
    call: (_, { here }) => ({
      method: 'POST',
      path: `/facilities/${here.id}/members/${here.people.auditor.id}/reset-link`,
    }),
  },
  'account.issueAdministratorResetLink': {
    as: 'system-administrator',
    call: (_, { here }) => ({
      method: 'POST',
      path: '/reset-links',
      body: { email: `${here.people['facility-administrator'].id}@example.jp` },
    }),
    wrong: { body: { email: 'だめ' }, fields: ['email'] },
  },
  'account.requestReset': {
    as: 'nobody',
    call: (_, { here }) => ({
      method: 'POST',
      path: '/reset-requests',
      body: { email: `${here.people.planner.id}@example.jp` },
    }),
    wrong: { body: { email: 'だめ' }, fields: ['email'] },
  },
  'account.readResetLink': {
    as: 'nobody',
    call: async (server, world) => ({
      method: 'POST',
      path: '/reset-link',
      body: { token: await resetToken(server, world) },
    }),
    wrong: { body: { token: '' }, fields: ['token'] },
  },
  'account.resetPassword': {
    as: 'nobody',
    call: async (server, world) => ({
      method: 'POST',
      path: '/reset-link/password',
      body: { token: await resetToken(server, world), password: 'あたらしくえらんだことば' },
    }),
    wrong: { body: { token: '', password: '短い' }, fields: ['token', 'password'] },
  },
};
