import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { client, TestProvider } from '../../identity/testing/provider.ts';
import { ProviderBrowser } from '../../identity/testing/provider-browser.ts';
import { asSystem, type SystemTx } from '../../platform/database/transaction.ts';
import type { EndpointName, Fixture, Holder } from './fixture.ts';
import { holderOf } from './holder.ts';
import { request } from './request.ts';
import { type TestServer, testAddress, testSecretBox } from './test-server.ts';
import type { TestPerson, World } from './world.ts';

type Names = Extract<EndpointName, `sso.${string}`>;

const issuer = 'https://login.hospital.example.jp';
const metadata = JSON.stringify({
  issuer,
  authorization_endpoint: `${issuer}/authorize`,
  token_endpoint: `${issuer}/token`,
  jwks_uri: `${issuer}/keys`,
});

/** A connection of the network as it stands once it was saved, for the domain. */
async function connected(server: TestServer, { network }: World, domain: string): Promise<void> {
  const row = {
    id: randomUUID(),
    organisation_id: network.id,
    name: 'みなと法人',
    issuer,
    client_id: 'mamori',
    client_secret: testSecretBox.seal('secret'),
    domains: [domain],
    groups_claim: 'groups',
    trusts_second_factor: false,
    metadata,
    made_at: server.clock.now,
    ended_at: null,
  };
  await asSystem(server.db, async (tx) => {
    await endOthers(tx, server.clock.now);
    await tx.insertInto('sso_connection').values(row).execute();
  });
}

const endOthers = (tx: SystemTx, at: Date) =>
  tx.updateTable('sso_connection').set({ ended_at: at }).where('ended_at', 'is', null).execute();

const register = ({ network }: World) => `/register/organisations/${network.id}/sso`;
const groups = ({ network }: World) => `/organisations/${network.id}/sso-groups`;
const newGroup = { group: 'ward', memberId: null, roles: ['supporter'] };

/** The facility lets the people of the network's provider in. */
async function opened(server: TestServer, { here, network }: World): Promise<void> {
  const by = here.people['facility-administrator'];
  const path = `/facilities/${here.id}/memberships/${network.id}`;
  await request(server, by, { method: 'PUT', path, body: { shows: 'stage' } });
  await request(server, by, { method: 'PUT', path: `${path}/sso`, body: { open: true } });
}

/** Somebody of this role signs in by the provider of the network. */
async function tied(server: TestServer, world: World, by: Holder): Promise<void> {
  const id = holderOf(by, world)?.id;
  await connected(server, world, 'example.jp');
  const tie = sql`insert into sso_identity values (${issuer}, ${id}, ${id}, now()) on conflict do nothing`;
  await asSystem(server.db, (tx) => tie.execute(tx));
}

const providers = new Map<string, Promise<TestProvider>>();

/** A real provider beside the server, for as long as the tests run. */
function providerBeside({ url }: TestServer): Promise<TestProvider> {
  const provider = providers.get(url) ?? TestProvider.start(testAddress);
  providers.set(url, provider);
  return provider;
}

async function saving(server: TestServer, world: World, domain: string) {
  const { issuer: own } = await providerBeside(server);
  const body = { name: 'みなと法人', issuer: own, ...client, domains: [domain] };
  return { method: 'PUT', path: register(world), body };
}

const browsers = new WeakMap<World, TestPerson>();

/** A browser that begins to sign in, the same for all of a test. */
function browserIn(world: World): TestPerson {
  const browser = browsers.get(world) ?? { id: '', name: '', cookie: `mamori-browser=${randomUUID()}` };
  browsers.set(world, browser);
  return browser;
}

/** The answer of the provider for somebody whose group gives a role here. */
async function answeredWay(server: TestServer, world: World) {
  const domain = `${randomUUID()}.example.jp`;
  const email = `sato@${domain}`;
  await opened(server, world);
  await request(server, world.administrator, await saving(server, world, domain));
  const body = { group: 'ward', memberId: world.here.id, roles: ['staff'] };
  const by = world.network.people['organisation-administrator'];
  await request(server, by, { method: 'POST', path: groups(world), body });
  (await providerBeside(server)).person(email, { groups: ['ward'] });
  const call = { method: 'POST', path: '/sso/beginning', body: { email } };
  const { url } = (await request(server, browserIn(world), call)).body as { url: string };
  return Object.fromEntries((await new ProviderBrowser().signIn(url, email, testAddress)).searchParams);
}

export const ssoFixtures: Readonly<Record<Names, Fixture>> = {
  'sso.offered': { as: 'nobody', call: () => ({ method: 'GET', path: '/sso' }) },
  'sso.begin': {
    as: 'nobody',
    call: async (server, world) => {
      await connected(server, world, 'hospital.example.jp');
      return { method: 'POST', path: '/sso/beginning', body: { email: 'sato@hospital.example.jp' } };
    },
    wrong: { body: { email: 'sato' }, fields: ['email'] },
  },
  'sso.complete': {
    as: 'nobody',
    person: (_, world) => browserIn(world),
    call: async (server, world) => ({
      method: 'POST',
      path: '/sso/completion',
      body: await answeredWay(server, world),
    }),
    wrong: { body: { state: '', code: '' }, fields: ['state', 'code'] },
  },
  'sso.save': {
    as: 'system-administrator',
    call: (server, world) => saving(server, world, `${randomUUID()}.example.jp`),
    wrong: {
      body: { name: '', issuer: '', clientId: '', domains: [] },
      fields: ['name', 'issuer', 'clientId', 'domains'],
    },
  },
  'sso.own': { as: 'planner', call: () => ({ method: 'GET', path: '/account/sso' }) },
  'sso.link': {
    as: 'planner',
    call: async (server, world) => {
      await connected(server, world, 'example.jp');
      return { method: 'POST', path: '/account/sso' };
    },
  },
  'sso.unlink': {
    as: 'planner',
    call: async (server, world, by) => {
      await tied(server, world, by);
      return { method: 'DELETE', path: '/account/sso' };
    },
  },
  'sso.stepUp': {
    as: 'planner',
    call: async (server, world, by) => {
      await tied(server, world, by);
      return { method: 'POST', path: '/session/step-up/sso' };
    },
  },
  'sso.connection': {
    as: 'system-administrator',
    call: (_, world) => ({ method: 'GET', path: register(world) }),
  },
  'sso.end': {
    as: 'system-administrator',
    call: async (server, world) => {
      await connected(server, world, 'hospital.example.jp');
      return { method: 'DELETE', path: register(world) };
    },
  },
  'sso.groups': { as: 'organisation-administrator', call: (_, world) => ({ method: 'GET', path: groups(world) }) },
  'sso.addGroup': {
    as: 'organisation-administrator',
    call: async (server, world) => {
      await opened(server, world);
      const body = { group: 'ward', memberId: world.here.id, roles: ['staff'] };
      return { method: 'POST', path: groups(world), body };
    },
    wrong: {
      body: { group: '', memberId: 'x', roles: ['facility-administrator'] },
      fields: ['group', 'memberId', 'roles.0'],
    },
  },
  'sso.removeGroup': {
    as: 'organisation-administrator',
    call: async (server, world) => {
      const by = world.network.people['organisation-administrator'];
      await request(server, by, { method: 'POST', path: groups(world), body: newGroup });
      const listed = await request(server, by, { method: 'GET', path: groups(world) });
      const { groups: all } = listed.body as { groups: readonly { readonly id: string }[] };
      return { method: 'DELETE', path: `${groups(world)}/${all[0]?.id}` };
    },
  },
  'sso.atFacility': {
    as: 'auditor',
    call: (_, { here }) => ({ method: 'GET', path: `/facilities/${here.id}/sso` }),
  },
  'sso.open': {
    as: 'facility-administrator',
    call: async (server, world) => {
      await opened(server, world);
      const path = `/facilities/${world.here.id}/memberships/${world.network.id}/sso`;
      return { method: 'PUT', path, body: { open: false } };
    },
    wrong: { body: { open: 'yes' }, fields: ['open'] },
  },
};
