import type { EndpointName, Fixture } from './fixture.ts';
import { request } from './request.ts';

type Names = Extract<EndpointName, `accessToken.${string}`>;
const wanted = { name: '集計の取り込み', scopes: ['sheet.read', 'facility.read'], days: 30 };

export const accessTokenFixtures: Readonly<Record<Names, Fixture>> = {
  'accessToken.list': {
    as: 'planner',
    call: (_, { here }) => ({ method: 'GET', path: `/facilities/${here.id}/tokens` }),
  },
  'accessToken.make': {
    as: 'planner',
    call: (_, { here }) => ({ method: 'POST', path: `/facilities/${here.id}/tokens`, body: wanted }),
    wrong: { body: { name: ' ', scopes: ['member.invite'], days: 366 }, fields: ['name', 'scopes.0', 'days'] },
  },
  'accessToken.revoke': {
    as: 'planner',
    call: async (server, { here }, by) => {
      const path = `/facilities/${here.id}/tokens`;
      const owner = by === 'safety-manager' ? here.people[by] : here.people.planner;
      const made = await request(server, owner, { method: 'POST', path, body: wanted });
      return { method: 'DELETE', path: `${path}/${(made.body as { id: string }).id}` };
    },
  },
};
