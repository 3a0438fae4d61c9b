import type { EndpointName, Fixture } from './fixture.ts';

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
};
