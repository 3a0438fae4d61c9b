import { SoftwareAuthenticator } from '../../identity/testing/software-authenticator.ts';
import type { EndpointName, Fixture } from './fixture.ts';
import { holderOf } from './holder.ts';
import { request } from './request.ts';
import type { TestServer } from './test-server.ts';
import { addSignedIn, type TestPerson } from './world.ts';

type Names = Extract<EndpointName, `passkey.${string}`>;
type Creation = Parameters<SoftwareAuthenticator['create']>[0];
type Holder = {
  readonly person: TestPerson;
  readonly authenticator: SoftwareAuthenticator;
  readonly passkeyId: string;
};

async function asked<Options>(server: TestServer, person: TestPerson | undefined, path: string): Promise<Options> {
  return (await request(server, person, { method: 'POST', path })).body as Options;
}

/** What a new authenticator answers for the person. */
export async function newCredential(
  server: TestServer,
  person: TestPerson | undefined,
  authenticator = new SoftwareAuthenticator(),
) {
  return authenticator.create(await asked<Creation>(server, person, '/passkeys/registration-options'));
}

/** A signed-in person with a passkey. */
export async function passkeyHolder(server: TestServer, name = '鍵を持つ人'): Promise<Holder> {
  const person = await addSignedIn(server, name);
  const authenticator = new SoftwareAuthenticator();
  const body = { name: '手元の鍵', credential: await newCredential(server, person, authenticator) };
  const reply = await request(server, person, { method: 'POST', path: '/passkeys', body });
  return { person, authenticator, passkeyId: (reply.body as { id: string }).id };
}

const held = new WeakMap<TestServer, Holder>();

async function holding(server: TestServer): Promise<TestPerson> {
  const holder = await passkeyHolder(server);
  held.set(server, holder);
  return holder.person;
}

const ownPath = (server: TestServer) => `/passkeys/${held.get(server)?.passkeyId}`;

export const passkeyFixtures: Readonly<Record<Names, Fixture>> = {
  'passkey.list': { as: 'staff', call: () => ({ method: 'GET', path: '/passkeys' }) },
  'passkey.beginRegistration': {
    as: 'staff',
    call: () => ({ method: 'POST', path: '/passkeys/registration-options' }),
  },
  'passkey.register': {
    as: 'staff',
    call: async (server, world, by) => ({
      method: 'POST',
      path: '/passkeys',
      body: { name: '𠮷田の電話', credential: await newCredential(server, holderOf(by, world)) },
    }),
    wrong: { body: { name: '', credential: { id: '+' } }, fields: ['name', 'credential.id', 'credential.response'] },
  },
  'passkey.rename': {
    as: 'staff',
    person: holding,
    call: (server) => ({ method: 'PUT', path: ownPath(server), body: { name: '新しい名前' } }),
    wrong: { body: { name: '　'.repeat(3) }, fields: ['name'] },
  },
  'passkey.remove': {
    as: 'staff',
    person: holding,
    call: (server) => ({ method: 'DELETE', path: ownPath(server) }),
  },
  'passkey.beginSignIn': { as: 'nobody', call: () => ({ method: 'POST', path: '/session/passkey-options' }) },
  'passkey.signIn': {
    as: 'nobody',
    call: async (server) => {
      const { authenticator } = await passkeyHolder(server);
      const options = await asked<Parameters<typeof authenticator.get>[0]>(
        server,
        undefined,
        '/session/passkey-options',
      );
      return { method: 'POST', path: '/session/passkey', body: { credential: authenticator.get(options) } };
    },
    wrong: { body: { credential: { id: 3 } }, fields: ['credential.id', 'credential.response'] },
  },
  'passkey.beginStepUp': {
    as: 'staff',
    person: holding,
    call: () => ({ method: 'POST', path: '/session/step-up/passkey-options' }),
  },
};
