import { randomUUID } from 'node:crypto';
import { insertOrganisation } from '../../organisation/index.ts';
import { asSystem } from '../../platform/database/transaction.ts';
import type { EndpointName, Fixture } from './fixture.ts';
import { request } from './request.ts';
import type { TestServer } from './test-server.ts';
import type { World } from './world.ts';

type Names = Extract<EndpointName, `organisations.${string}` | `region.${string}` | `programme.${string}`>;

const above = ({ network }: World, rest = '') => `/organisations/${network.id}${rest}`;
const newInvitation = { name: '鈴木', roles: ['supporter'] };

async function waitingInvitation(server: TestServer, world: World): Promise<string> {
  const by = world.network.people['organisation-administrator'];
  const path = above(world, '/invitations');
  await request(server, by, { method: 'POST', path, body: newInvitation });
  const listed = await request(server, by, { method: 'GET', path });
  return `${path}/${(listed.body as readonly { id: string }[])[0]?.id}`;
}

async function joined(server: TestServer, { here, network }: World): Promise<string> {
  const path = `/facilities/${here.id}/memberships/${network.id}`;
  const body = { shows: 'stage' };
  await request(server, here.people['facility-administrator'], { method: 'PUT', path, body });
  return path;
}

export const organisationsFixtures: Readonly<Record<Names, Fixture>> = {
  'organisations.list': {
    as: 'system-administrator',
    call: () => ({ method: 'GET', path: '/register/organisations' }),
  },
  'organisations.create': {
    as: 'system-administrator',
    call: () => ({
      method: 'POST',
      path: '/register/organisations',
      body: { kind: 'network', name: `みなと地域連携 ${randomUUID()}`, prefecture: null },
    }),
    wrong: { body: { kind: 'castle', name: '', prefecture: 48 }, fields: ['kind', 'name', 'prefecture'] },
  },
  'organisations.inviteFirst': {
    as: 'system-administrator',
    call: async (server) => {
      const wanted = { kind: 'vendor', name: randomUUID(), prefecture: null } as const;
      const added = await asSystem(server.db, (tx) => insertOrganisation(tx, wanted));
      return { method: 'POST', path: `/register/organisations/${added?.id}/invitations`, body: { name: '理事' } };
    },
    wrong: { body: { name: '' }, fields: ['name'] },
  },
  'organisations.read': { as: 'vendor-contact', call: (_, world) => ({ method: 'GET', path: above(world) }) },
  'organisations.members': {
    as: 'supporter',
    call: (_, world) => ({ method: 'GET', path: above(world, '/members') }),
  },
  'organisations.changeRoles': {
    as: 'organisation-administrator',
    call: (_, world) => ({
      method: 'PUT',
      path: above(world, `/members/${world.network.people['vendor-contact'].id}`),
      body: { roles: ['supporter'] },
    }),
    wrong: { body: { roles: ['planner'] }, fields: ['roles.0'] },
  },
  'organisations.removeMember': {
    as: 'organisation-administrator',
    call: (_, world) => ({
      method: 'DELETE',
      path: above(world, `/members/${world.network.people['vendor-contact'].id}`),
    }),
  },
  'organisations.invitations': {
    as: 'organisation-administrator',
    call: (_, world) => ({ method: 'GET', path: above(world, '/invitations') }),
  },
  'organisations.invite': {
    as: 'organisation-administrator',
    call: (_, world) => ({ method: 'POST', path: above(world, '/invitations'), body: newInvitation }),
    wrong: { body: { name: '', roles: ['staff'] }, fields: ['name', 'roles.0'] },
  },
  'organisations.withdrawInvitation': {
    as: 'organisation-administrator',
    call: async (server, world) => ({ method: 'DELETE', path: await waitingInvitation(server, world) }),
  },
  'organisations.facilities': {
    as: 'supporter',
    call: (_, world) => ({ method: 'GET', path: above(world, '/facilities') }),
  },
  'organisations.findFacilities': {
    as: 'supporter',
    call: (_, world) => ({ method: 'GET', path: above(world, `/register?words=${encodeURIComponent('みなと')}`) }),
  },
  'organisations.propose': {
    as: 'organisation-administrator',
    call: (_, world) => ({ method: 'POST', path: above(world, '/facilities'), body: { memberId: world.here.id } }),
    wrong: { body: { memberId: 'x' }, fields: ['memberId'] },
  },
  'organisations.release': {
    as: 'organisation-administrator',
    call: async (server, world) => {
      await joined(server, world);
      return { method: 'DELETE', path: above(world, `/facilities/${world.here.id}`) };
    },
  },
  'organisations.memberships': {
    as: 'auditor',
    call: (_, { here }) => ({ method: 'GET', path: `/facilities/${here.id}/memberships` }),
  },
  'organisations.join': {
    as: 'facility-administrator',
    call: (_, { here, network }) => ({
      method: 'PUT',
      path: `/facilities/${here.id}/memberships/${network.id}`,
      body: { shows: 'score' },
    }),
    wrong: { body: { shows: 'answers' }, fields: ['shows'] },
  },
  'organisations.leave': {
    as: 'facility-administrator',
    call: async (server, world) => ({ method: 'DELETE', path: await joined(server, world) }),
  },
  'region.read': { as: 'supporter', call: (_, world) => ({ method: 'GET', path: above(world, '/region') }) },
  'programme.read': {
    as: 'programme-officer',
    call: (_, { prefecture }) => ({ method: 'GET', path: `/organisations/${prefecture.id}/programme` }),
  },
};
