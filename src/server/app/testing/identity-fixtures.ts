import { URI } from 'otpauth';
import { issueSetupLink } from '../../identity/index.ts';
import { hashPassword } from '../../identity/password-hash.ts';
import { enrolmentUri, newSecret } from '../../identity/second-factor.ts';
import { asSystem } from '../../platform/database/transaction.ts';
import type { EndpointName, Fixture } from './fixture.ts';
import { type Reply, request } from './request.ts';
import { type TestServer, testSecretBox } from './test-server.ts';
import { tokenOf } from './token-of.ts';
import { addSignedIn, addTestFacility, type TestPerson, type World } from './world.ts';

type Names = Extract<EndpointName, `identity.${string}`>;
const newPerson = { name: '髙﨑 𠮷子', email: 'takasaki@example.jp', password: 'ながくて良いパスワード2026' };
const wrongPerson = { body: { name: '', email: 'だめ', password: '短い' }, fields: ['name', 'email', 'password'] };

/** The code an authenticator shows for a secret at the server's time. */
export function codeAt(secret: string, at: Date): string {
  return URI.parse(enrolmentUri(secret, 'x')).generate({ timestamp: at.getTime() });
}

async function invitationToken(server: TestServer, { here }: World): Promise<string> {
  const path = `/facilities/${here.id}/invitations`;
  const administrator = here.people['facility-administrator'];
  const reply = await request(server, administrator, {
    method: 'POST',
    path,
    body: { name: '佐藤', roles: ['operator'] },
  });
  return tokenOf((reply.body as { path: string }).path);
}

async function withPassword(server: TestServer): Promise<{ email: string; password: string }> {
  const { id } = await addSignedIn(server, '田中');
  const password = 'ながくて良いパスワード';
  await asSystem(server.db, async (tx) => {
    const hash = await hashPassword(password);
    await tx
      .updateTable('person_secret')
      .set({ password_hash: hash, totp_confirmed: false })
      .where('person_id', '=', id)
      .execute();
  });
  return { email: `${id}@example.jp`, password };
}

/** A person who has a secret but has not confirmed it, and the code that does. */
async function enrolling(server: TestServer): Promise<{ person: TestPerson; code: string }> {
  const person = await addSignedIn(server, '登録中');
  const secret = newSecret();
  await asSystem(server.db, (tx) =>
    tx
      .updateTable('person_secret')
      .set({ totp_secret: testSecretBox.seal(secret), totp_confirmed: false })
      .where('person_id', '=', person.id)
      .execute(),
  );
  return { person, code: codeAt(secret, server.clock.now) };
}

const unenrolled = async (server: TestServer) => (await enrolling(server)).person;
const invitationOf = (reply: Reply) => (reply.body as readonly { id: string }[])[0]?.id ?? '';
const confirming = new WeakMap<TestServer, { person: TestPerson; code: string }>();

export const identityFixtures: Readonly<Record<Names, Fixture>> = {
  'identity.session': { as: 'staff', call: () => ({ method: 'GET', path: '/session' }) },
  'identity.signIn': {
    as: 'nobody',
    call: async (server) => ({ method: 'POST', path: '/session', body: await withPassword(server) }),
    wrong: { body: { email: 'だれか', password: 1 }, fields: ['email', 'password'] },
  },
  'identity.mail': { as: 'nobody', call: () => ({ method: 'GET', path: '/mail' }) },
  'identity.signOut': {
    as: 'staff',
    person: (server) => addSignedIn(server, '帰る人'),
    call: () => ({ method: 'DELETE', path: '/session' }),
  },
  'identity.enrolSecondFactor': {
    as: 'staff',
    person: unenrolled,
    call: () => ({ method: 'POST', path: '/second-factor' }),
  },
  'identity.confirmSecondFactor': {
    as: 'staff',
    person: async (server) => {
      const ready = await enrolling(server);
      confirming.set(server, ready);
      return ready.person;
    },
    call: (server) => ({ method: 'PUT', path: '/second-factor', body: { code: confirming.get(server)?.code } }),
    wrong: { body: { code: '12' }, fields: ['code'] },
  },
  'identity.setUp': {
    as: 'nobody',
    call: async (server) => {
      const token = tokenOf(await issueSetupLink(server.db, server.clock.now));
      return { method: 'POST', path: '/setup', body: { ...newPerson, email: 'first@example.jp', token } };
    },
    wrong: wrongPerson,
  },
  'identity.readInvitation': {
    as: 'nobody',
    call: async (server, world) => ({
      method: 'POST',
      path: '/invitation',
      body: { token: await invitationToken(server, world) },
    }),
    wrong: { body: { token: '' }, fields: ['token'] },
  },
  'identity.acceptInvitation': {
    as: 'nobody',
    call: async (server, world) => ({
      method: 'POST',
      path: '/invitation/acceptance',
      body: { ...newPerson, token: await invitationToken(server, world) },
    }),
    wrong: wrongPerson,
  },
  'identity.joinFacility': {
    as: 'staff',
    call: async (server, world) => ({
      method: 'POST',
      path: '/invitation/joining',
      body: { token: await invitationToken(server, world) },
    }),
    wrong: { body: { token: 5 }, fields: ['token'] },
  },
  'identity.members': {
    as: 'planner',
    call: (_, { here }) => ({ method: 'GET', path: `/facilities/${here.id}/members` }),
  },
  'identity.changeRoles': {
    as: 'facility-administrator',
    call: (_, { here }) => ({
      method: 'PUT',
      path: `/facilities/${here.id}/members/${here.people.auditor.id}`,
      body: { roles: ['auditor', 'staff'] },
    }),
    wrong: { body: { roles: [] }, fields: ['roles'] },
  },
  'identity.removeMember': {
    as: 'facility-administrator',
    call: (_, { here }) => ({ method: 'DELETE', path: `/facilities/${here.id}/members/${here.people.staff.id}` }),
  },
  'identity.invitations': {
    as: 'facility-administrator',
    call: (_, { here }) => ({ method: 'GET', path: `/facilities/${here.id}/invitations` }),
  },
  'identity.invite': {
    as: 'facility-administrator',
    call: (_, { here }) => ({
      method: 'POST',
      path: `/facilities/${here.id}/invitations`,
      body: { name: '鈴木 ①', roles: ['planner'] },
    }),
    wrong: { body: { name: '', roles: ['king'] }, fields: ['name', 'roles.0'] },
  },
  'identity.withdrawInvitation': {
    as: 'facility-administrator',
    call: async (server, world) => {
      await invitationToken(server, world);
      const path = `/facilities/${world.here.id}/invitations`;
      const listed = await request(server, world.here.people['facility-administrator'], { method: 'GET', path });
      return { method: 'DELETE', path: `${path}/${invitationOf(listed)}` };
    },
  },
  'identity.inviteFirst': {
    as: 'system-administrator',
    call: async (server) => {
      const { id } = await addTestFacility(server, { name: '新しい病院' }, []);
      return { method: 'POST', path: `/register/${id}/invitations`, body: { name: '院長' } };
    },
    wrong: { body: { name: '' }, fields: ['name'] },
  },
};
