import type { EndpointName, Fixture } from './fixture.ts';

type Names = Extract<EndpointName, `activity.${string}`>;

export const activityFixtures: Readonly<Record<Names, Fixture>> = {
  'activity.list': {
    as: 'auditor',
    call: (_, { here }) => ({ method: 'GET', path: `/facilities/${here.id}/activity` }),
  },
};
