import type { EndpointName, Fixture } from './fixture.ts';

type Names = Extract<EndpointName, `activity.${string}`>;

export const activityFixtures: Readonly<Record<Names, Fixture>> = {
  'activity.list': {
    as: 'auditor',
    call: (_, { here }) => ({ method: 'GET', path: `/facilities/${here.id}/activity?kind=people&from=2026-04-01` }),
  },
  'activity.ofOrganisation': {
    as: 'organisation-administrator',
    call: (_, { network }) => ({ method: 'GET', path: `/organisations/${network.id}/activity?limit=10` }),
  },
  'activity.people': {
    as: 'auditor',
    call: (_, { here }) => ({ method: 'GET', path: `/facilities/${here.id}/activity-people` }),
  },
  'activity.head': {
    as: 'safety-manager',
    call: (_, { here }) => ({ method: 'GET', path: `/facilities/${here.id}/activity-head` }),
  },
  'activity.export': {
    as: 'facility-administrator',
    call: (_, { here }) => ({ method: 'GET', path: `/facilities/${here.id}/activity.csv?to=2027-03-31` }),
  },
};
