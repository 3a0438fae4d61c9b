import type { Agreement } from '#core/organisation/support-contract.ts';
import type { EndpointName, Fixture } from './fixture.ts';
import { request } from './request.ts';
import type { TestServer } from './test-server.ts';
import type { World } from './world.ts';

type Names = Extract<EndpointName, `support.${string}`>;

export const terms = { purpose: '年1回の点検を一緒に進める', scope: ['support-sheet'], endsOn: '2027-03-31' };
const wrongTerms = { purpose: '', scope: ['everything'], endsOn: 'いつか' };
const wrongFields = ['purpose', 'scope.0', 'endsOn'];

const atFacility = ({ here }: World, rest = '') => `/facilities/${here.id}/support-agreements${rest}`;
const atNetwork = ({ network }: World, rest = '') => `/organisations/${network.id}/support-agreements${rest}`;

/** An agreement that lives from now on: the facility's safety manager lets the network's supporters in. */
export async function offered(
  server: TestServer,
  world: World,
  changed: Partial<typeof terms> = {},
): Promise<Agreement> {
  const { here, network } = world;
  const body = { organisationId: network.id, ...terms, ...changed };
  const path = atFacility(world);
  return (await request(server, here.people['safety-manager'], { method: 'POST', path, body })).body as Agreement;
}

/** What the network asked of the facility, not accepted yet. */
export async function asked(server: TestServer, world: World): Promise<Agreement> {
  const { here, network } = world;
  const body = { memberId: here.id, ...terms };
  return (await request(server, network.people.supporter, { method: 'POST', path: atNetwork(world), body }))
    .body as Agreement;
}

export const supportFixtures: Readonly<Record<Names, Fixture>> = {
  'support.organisations': {
    as: 'auditor',
    call: (_, { here }) => ({ method: 'GET', path: `/facilities/${here.id}/organisations` }),
  },
  'support.agreements': { as: 'executive', call: (_, world) => ({ method: 'GET', path: atFacility(world) }) },
  'support.offer': {
    as: 'safety-manager',
    call: (_, world) => ({
      method: 'POST',
      path: atFacility(world),
      body: { organisationId: world.network.id, ...terms },
    }),
    wrong: { body: { organisationId: 'x', ...wrongTerms }, fields: ['organisationId', ...wrongFields] },
  },
  'support.accept': {
    as: 'facility-administrator',
    call: async (server, world) => ({
      method: 'POST',
      path: atFacility(world, `/${(await asked(server, world)).id}/acceptance`),
    }),
  },
  'support.end': {
    as: 'safety-manager',
    call: async (server, world) => ({
      method: 'POST',
      path: atFacility(world, `/${(await offered(server, world)).id}/end`),
    }),
  },
  'support.worklist': { as: 'supporter', call: (_, world) => ({ method: 'GET', path: atNetwork(world) }) },
  'support.ask': {
    as: 'supporter',
    call: (_, world) => ({ method: 'POST', path: atNetwork(world), body: { memberId: world.here.id, ...terms } }),
    wrong: { body: { memberId: 'x', ...wrongTerms }, fields: ['memberId', ...wrongFields] },
  },
  'support.leave': {
    as: 'organisation-administrator',
    call: async (server, world) => ({
      method: 'POST',
      path: atNetwork(world, `/${(await offered(server, world)).id}/end`),
    }),
  },
};
