import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ActivityPage } from '#core/app/activity-contract.ts';
import { contract } from '#core/app/contract.ts';
import { may, type Permission, supportScopes } from '#core/identity/role.ts';
import { type Endpoint, endpointsOf } from '../platform/http/endpoints.ts';
import { patient } from '../platform/testing/patient.ts';
import type { EndpointName } from './testing/fixture.ts';
import { fixtures } from './testing/fixtures.ts';
import { LiveReader } from './testing/live-reader.ts';
import { type Call, request } from './testing/request.ts';
import { begunRun } from './testing/sheet-fixtures.ts';
import { startTestServer, type TestServer } from './testing/test-server.ts';
import { letIn, type Supporter } from './testing/walk/supporters.ts';
import { makeWorld, type World } from './testing/world.ts';

/** Calls of supporters that leave no line at the facility, each with the reason. */
const unrecorded: Readonly<Record<string, string>> = {
  'organisations.read': 'the own organisation; nothing of a facility',
  'organisations.members': 'the people of the own organisation; nothing of a facility',
  'organisations.facilities': 'names of members and what they let the organisation see, as they told it themselves',
  'organisations.findFacilities': 'names of the register, of facilities in use',
  'region.read': 'summaries the facility consented to by its membership, for which no agreement is needed',
  'support.worklist': 'the agreements of the own organisation; when a supporter came in stands there, and in the log',
};

/** What else is done to a facility from an organisation leaves the line by itself, before or without an agreement that lives. */
const fromOutside: Readonly<Record<string, string>> = {
  'organisations.propose': 'organisation.proposed',
  'organisations.release': 'organisation.left',
  'support.ask': 'support.asked',
  'support.leave': 'support.left',
};

/** What a call writes; of one that changes nothing the reading is noted. */
const acts: Readonly<Record<string, string>> = {
  'sheet.begin': 'sheet.begun',
  'sheet.saveAnswer': 'sheet.answered',
  'sheet.takeSelfCheck': 'sheet.answers-taken',
  'sheet.carryOver': 'sheet.read',
  'sheet.takeWorkbook': 'sheet.read',
  'compliance.takeProposals': 'sheet.read',
  'plan.takeDerived': 'sheet.read',
};

let server: TestServer;
let world: World;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  world = await makeWorld(server);
});
afterAll(() => server.stop());

const permissionOf = ({ access }: Endpoint): Permission | undefined =>
  'permission' in access ? access.permission : undefined;
const open = endpointsOf(contract).filter((endpoint) => {
  const permission = permissionOf(endpoint);
  return permission !== undefined && may(['supporter', ...supportScopes], permission);
});
const inside = open.filter(({ access }) => access.kind === 'facility');
const above = open.filter(({ access }) => access.kind === 'organisation');

async function log(query = ''): Promise<ActivityPage['entries']> {
  const path = `/facilities/${world.here.id}/activity?limit=200${query}`;
  const reply = await request(server, world.here.people.auditor, { method: 'GET', path });
  return (reply.body as ActivityPage).entries;
}

/** What the log of the facility holds of the supporter, each line under the agreement. */
async function linesOf({ id, agreementId }: Supporter) {
  const entries = (await log()).filter(({ person }) => person?.id === id);
  const under = await log(`&agreementId=${agreementId}`);
  expect(under.map((entry) => entry.id)).toEqual(entries.map((entry) => entry.id));
  return entries.map(({ act, subject, detail }) => ({ act, subject, detail }));
}

/** The parameter of the path by its name, as the call fills it in. */
function pathPart({ path }: Endpoint, call: Call, name: string | undefined): string | null {
  const place = path.split('/').indexOf(`{${name}}`);
  return place < 0 ? null : (call.path.split('?')[0]?.split('/')[place] ?? null);
}

function expectedLine(endpoint: Endpoint, call: Call, { agreementId }: Supporter) {
  const { name, method, recordRead } = endpoint;
  const by = { agreement: agreementId };
  if (recordRead) {
    const { act, subject, detail = {} } = recordRead;
    return { act, subject: pathPart(endpoint, call, subject), detail: { ...detail, ...by } };
  }
  if (method === 'GET') return { act: 'support.read', subject: null, detail: { endpoint: name, ...by } };
  const subject = pathPart(endpoint, call, 'runId') ?? expect.any(String);
  return { act: acts[name], subject, detail: expect.objectContaining(by) };
}

describe.each(inside.map((endpoint) => [endpoint.name as EndpointName, endpoint] as const))('%s', (name, endpoint) => {
  test('leaves in the log of the facility what the supporter did, with the agreement', async () => {
    const supporter = await letIn(server, world.here, supportScopes);
    const call = await fixtures[name].call(server, world, 'supporter');
    expect(await linesOf(supporter)).toEqual([]);
    expect((await request(server, supporter, call)).status).toBeLessThan(300);
    // A stream begins before its first reading is done.
    await vi.waitFor(
      async () => expect(await linesOf(supporter)).toContainEqual(expectedLine(endpoint, call, supporter)),
      patient,
    );
  });
});

test('what supporters may call leaves a line at the facility or has its reason not to', () => {
  expect(inside.length).toBeGreaterThan(15);
  expect(above.map(({ name }) => name).toSorted()).toEqual(
    [...Object.keys(unrecorded), ...Object.keys(fromOutside)].toSorted(),
  );
});

test.each(Object.entries(fromOutside) as [EndpointName, string][])(
  '%s leaves its line in the log of the facility it is about',
  async (name, act) => {
    const call = await fixtures[name].call(server, world, 'supporter');
    expect((await request(server, world.network.people.supporter, call)).status).toBeLessThan(300);
    const detail = expect.objectContaining({ organisation: world.network.id });
    expect(await log()).toContainEqual(expect.objectContaining({ act, detail }));
  },
);

describe('what tells a supporter an answer and changes nothing leaves a line', () => {
  const mine = { value: '1', note: '' };
  const theirs = { value: '3', note: '一枚貼ってある' };
  const save = (run: string, body: object): Call => ({ method: 'PUT', path: `${run}/answers/S1`, body });
  const offer = (run: string): Call => ({
    method: 'POST',
    path: `${run}/self-check`,
    body: { answers: [{ itemId: 'S1', ...mine }] },
  });
  const begin = (run: string): Call => ({
    method: 'POST',
    path: run.slice(0, run.lastIndexOf('/')),
    body: { sheetId: 'small-facility' },
  });

  test.each([
    ['beginning what was begun before', 200, begin, 'sheet.read'],
    ['an answer that changes nothing', 200, (run: string) => save(run, { ...theirs, revision: 1 }), 'sheet.saveAnswer'],
    [
      'an answer refused for a later one',
      409,
      (run: string) => save(run, { ...mine, revision: 0 }),
      'sheet.saveAnswer',
    ],
    ['answers of a file that stand back', 200, offer, 'sheet.read'],
  ])('%s', async (_, status, callOf, noted) => {
    const run = `/facilities/${world.here.id}/runs/${await begunRun(server, world.here)}`;
    await request(server, world.here.people.planner, save(run, { ...theirs, revision: 0 }));
    const supporter = await letIn(server, world.here, supportScopes);
    const reply = await request(server, supporter, callOf(run));
    expect(reply.status).toBe(status);
    expect(JSON.stringify(reply.body)).toContain(theirs.note);
    const agreement = supporter.agreementId;
    const subject = run.split('/').at(-1);
    const line =
      noted === 'sheet.read'
        ? { act: noted, subject, detail: { agreement } }
        : { act: 'support.read', subject: null, detail: { endpoint: noted, agreement } };
    expect(await linesOf(supporter)).toEqual([line]);
  });
});

test('an answer a supporter hears of by an open stream leaves a line, whoever gave it', async () => {
  const run = await begunRun(server, world.here);
  const supporter = await letIn(server, world.here, supportScopes);
  const reader = await LiveReader.open(server, supporter, world.here.id);
  await vi.waitFor(() => expect(reader.batches).toHaveLength(1), patient);
  const call = { method: 'PUT', path: `/facilities/${world.here.id}/runs/${run}/answers/S1` };
  await request(server, world.here.people.planner, { ...call, body: { value: '2', note: '', revision: 0 } });
  await vi.waitFor(() => expect(reader.answers).toEqual([['S1', '2']]), patient);
  reader.leave();
  const agreement = supporter.agreementId;
  expect(await linesOf(supporter)).toEqual(
    expect.arrayContaining([
      { act: 'support.read', subject: null, detail: { endpoint: 'live.stream', agreement } },
      { act: 'sheet.read', subject: run, detail: { agreement } },
    ]),
  );
});
