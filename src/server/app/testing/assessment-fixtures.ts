import type { EndpointName, Fixture, Holder } from './fixture.ts';
import { request } from './request.ts';
import { answerAll, begunRun } from './sheet-fixtures.ts';
import type { TestServer } from './test-server.ts';
import type { TestFacility, World } from './world.ts';

type Names = Extract<EndpointName, `assessment.${string}`>;

/** A run with every item answered: of an executive the own one, for everybody else that of the small sheet. */
export async function answeredRun(server: TestServer, facility: TestFacility, by: Holder = 'planner'): Promise<string> {
  const { executive, planner } = facility.people;
  const [sheetId, person] =
    by === 'executive' ? (['executive', executive] as const) : (['small-facility', planner] as const);
  const runId = await begunRun(server, facility, sheetId, person);
  await answerAll(server, { facility, runId, sheetId, person });
  return `/facilities/${facility.id}/runs/${runId}`;
}

/** A run that is submitted; of an executive the own one. */
export async function submittedRun(server: TestServer, facility: TestFacility, by: Holder): Promise<string> {
  const path = await answeredRun(server, facility, by);
  const { executive, planner } = facility.people;
  await request(server, by === 'executive' ? executive : planner, { method: 'POST', path: `${path}/submission` });
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
    call: async (server, { here }, by) => ({
      method: 'POST',
      path: `${await answeredRun(server, here, by)}/submission`,
    }),
  },
  'assessment.reopen': {
    as: 'safety-manager',
    call: async (server, { here }, by) => ({
      method: 'POST',
      path: `${await submittedRun(server, here, by)}/reopening`,
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
