import { submittedRun } from './assessment-fixtures.ts';
import type { EndpointName, Fixture } from './fixture.ts';

type Names = Extract<EndpointName, `plan.${string}`>;

const wish = { budget: 300_000, personDays: 20, goal: 'weakest', excluded: [] };

export const planFixtures: Readonly<Record<Names, Fixture>> = {
  'plan.make': {
    as: 'planner',
    call: async (server, { here }, by) => ({
      method: 'POST',
      path: `${await submittedRun(server, here, by)}/plan`,
      body: wish,
    }),
    wrong: { body: { ...wish, excluded: ['M99-1'] }, fields: ['excluded'] },
  },
};
