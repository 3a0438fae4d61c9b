import type { EndpointName, Fixture } from './fixture.ts';
import { begunRun } from './sheet-fixtures.ts';
import type { TestServer } from './test-server.ts';
import type { World } from './world.ts';

type Names = Extract<EndpointName, `compliance.${string}`>;

const formPath = async (server: TestServer, { here }: World) =>
  `/facilities/${here.id}/runs/${await begunRun(server, here, 'checklist-institution')}`;

export const complianceFixtures: Readonly<Record<Names, Fixture>> = {
  'compliance.checklist': {
    as: 'auditor',
    call: (_, { here }) => ({ method: 'GET', path: `/facilities/${here.id}/compliance` }),
  },
  'compliance.proposals': {
    as: 'operator',
    call: async (server, world) => ({ method: 'GET', path: `${await formPath(server, world)}/proposals` }),
  },
  'compliance.takeProposals': {
    as: 'operator',
    call: async (server, world) => ({
      method: 'POST',
      path: `${await formPath(server, world)}/proposals`,
      body: { itemIds: ['R7-H-1-01'] },
    }),
    wrong: { body: { itemIds: [] }, fields: ['itemIds'] },
  },
  'compliance.form': {
    as: 'executive',
    call: async (server, world) => ({ method: 'GET', path: `${await formPath(server, world)}/checklist.pdf` }),
  },
};
