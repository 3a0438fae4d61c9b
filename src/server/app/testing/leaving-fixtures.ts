import type { EndpointName, Fixture } from './fixture.ts';
import { request } from './request.ts';
import type { TestServer } from './test-server.ts';
import type { TestFacility, World } from './world.ts';

type Names = Extract<EndpointName, `leaving.${string}`>;

const at = ({ here }: World, rest = 'leaving') => `/facilities/${here.id}/${rest}`;

/** Has the facility's administrator announce that it leaves. */
export const announced = (server: TestServer, { id, people }: TestFacility) =>
  request(server, people['facility-administrator'], { method: 'POST', path: `/facilities/${id}/leaving` });

export const leavingFixtures: Readonly<Record<Names, Fixture>> = {
  'leaving.recordSize': {
    as: 'facility-administrator',
    call: (_, world) => ({ method: 'GET', path: at(world, 'record') }),
  },
  'leaving.record': {
    as: 'facility-administrator',
    call: (_, world) => ({ method: 'GET', path: at(world, 'record.zip') }),
  },
  'leaving.read': { as: 'staff', call: (_, world) => ({ method: 'GET', path: at(world) }) },
  'leaving.announce': {
    as: 'facility-administrator',
    call: (_, world) => ({ method: 'POST', path: at(world) }),
  },
  'leaving.withdraw': {
    as: 'facility-administrator',
    call: async (server, world) => {
      await announced(server, world.here);
      return { method: 'DELETE', path: at(world) };
    },
  },
};
