import type { EndpointName, Fixture } from './fixture.ts';
import { request } from './request.ts';
import { answerAll, begunRun } from './sheet-fixtures.ts';
import type { TestServer } from './test-server.ts';
import type { TestFacility, World } from './world.ts';

type Names = Extract<EndpointName, `assessment.${string}`>;

/** A run of the small sheet with every item answered. */
export async function answeredRun(server: TestServer, facility: TestFacility): Promise<string> {
  const runId = await begunRun(server, facility);
  await answerAll(server, { facility, runId, sheetId: 'small-facility', person: facility.people.planner });
  return `/facilities/${facility.id}/runs/${runId}`;
}

async function submittedRun(server: TestServer, facility: TestFacility): Promise<string> {
  const path = await answeredRun(server, facility);
  await request(server, facility.people.planner, { method: 'POST', path: `${path}/submission` });
  return path;
}

const runPath = async (server: TestServer, { here }: World) =>
  `/facilities/${here.id}/runs/${await begunRun(server, here)}`;

export const assessmentFixtures: Readonly<Record<Names, Fixture>> = {
  'assessment.result': {
    as: 'executive',
    call: async (server, world) => ({ method: 'GET', path: `${await runPath(server, world)}/result` }),
  },
  'assessment.submit': {
    as: 'safety-manager',
    call: async (server, { here }) => ({ method: 'POST', path: `${await answeredRun(server, here)}/submission` }),
  },
  'assessment.reopen': {
    as: 'safety-manager',
    call: async (server, { here }) => ({
      method: 'POST',
      path: `${await submittedRun(server, here)}/reopening`,
      body: { reason: '入力の誤りを直すため' },
    }),
    wrong: { body: { reason: ' ' }, fields: ['reason'] },
  },
  'assessment.report': {
    as: 'executive',
    call: async (server, world) => ({ method: 'GET', path: `${await runPath(server, world)}/report.pdf` }),
  },
  'assessment.workbook': {
    as: 'executive',
    call: async (server, world) => ({ method: 'GET', path: `${await runPath(server, world)}/report.xlsx` }),
  },
};
