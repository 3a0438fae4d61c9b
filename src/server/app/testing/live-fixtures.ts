import type { EndpointName, Fixture } from './fixture.ts';
import { ownRun } from './sheet-fixtures.ts';

type Names = Extract<EndpointName, `live.${string}`>;

export const liveFixtures: Readonly<Record<Names, Fixture>> = {
  'live.stream': {
    as: 'staff',
    call: async (server, world, by) => {
      await ownRun(server, world, by);
      return { method: 'GET', path: `/facilities/${world.here.id}/live` };
    },
  },
  'live.changes': {
    as: 'planner',
    call: async (server, world, by) => {
      await ownRun(server, world, by);
      return { method: 'GET', path: `/facilities/${world.here.id}/live-changes?after=1:1:` };
    },
  },
};
