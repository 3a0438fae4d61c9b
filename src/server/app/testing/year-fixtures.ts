import type { EndpointName, Fixture, Holder } from './fixture.ts';
import { holderOf } from './holder.ts';
import { request } from './request.ts';
import type { TestServer } from './test-server.ts';
import type { World } from './world.ts';

/** Has somebody of the facility make the link of the own calendar; gives its path below the API. */
async function madeCalendar(server: TestServer, world: World, by: Holder): Promise<string> {
  const path = `/facilities/${world.here.id}/calendar`;
  const made = await request(server, holderOf(by, world), { method: 'POST', path });
  return (made.body as { path: string }).path.replace('/api/v1', '');
}

type Names = Extract<EndpointName, `year.${string}`>;

export const yearFixtures: Readonly<Record<Names, Fixture>> = {
  'year.read': { as: 'staff', call: (_, { here }) => ({ method: 'GET', path: `/facilities/${here.id}/year` }) },
  'year.setDay': {
    as: 'planner',
    call: (_, { here }) => ({
      method: 'PUT',
      path: `/facilities/${here.id}/year`,
      body: { step: 'drill', dueOn: '2026-12-14' },
    }),
    wrong: { body: { step: 'drill', dueOn: '2025-12-14' }, fields: ['dueOn'] },
  },
  'year.calendar': { as: 'staff', call: (_, { here }) => ({ method: 'GET', path: `/facilities/${here.id}/calendar` }) },
  'year.makeCalendar': {
    as: 'staff',
    call: (_, { here }) => ({ method: 'POST', path: `/facilities/${here.id}/calendar` }),
  },
  'year.endCalendar': {
    as: 'staff',
    call: async (server, world, by) => {
      await madeCalendar(server, world, by);
      return { method: 'DELETE', path: `/facilities/${world.here.id}/calendar` };
    },
  },
  'year.feed': {
    as: 'nobody',
    call: async (server, world) => ({ method: 'GET', path: await madeCalendar(server, world, 'planner') }),
  },
};
