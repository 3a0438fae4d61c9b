import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contract } from '#core/app/contract.ts';
import { endpointsOf } from '../platform/http/endpoints.ts';
import { request } from './testing/request.ts';
import { startTestServer, type TestServer } from './testing/test-server.ts';
import { makeWorld, type TestPerson, type World } from './testing/world.ts';

/** Reads of a facility that leave no line, each with the reason. */
const unrecorded: Readonly<Record<string, string>> = {
  'identity.members': 'names that stand around what is read, on every page',
  'identity.invitations': 'for administrators, who are not watched',
  'plan.costs': 'what measures cost the facility; nothing of its answers',
  'plan.wishes': 'what the facility has for its plans; nothing of its answers',
  'plan.acceptances': 'the same, of the plans it took up',
  'plan.recurring': 'tasks of former years that go on; nothing of its answers',
  'plan.tasks': 'what the facility has set itself to do; nothing of its answers',
  'plan.taskSums': 'the same, added up',
  'plan.task': 'the same, and what people wrote about it',
  'risk.riskSums': 'numbers beside the list, whose reading is noted',
  'risk.criteria': 'by what the facility estimates; nothing of its risks',
  'risk.suggestedRisks': 'for those who write risks, who are not watched',
  'risk.treatmentChoices': 'content, the same for every facility',
  'accessToken.list': 'for makers of keys, who are not watched',
  'organisation.profile': 'name and size of the facility, on every page',
  'organisations.memberships': 'which organisations the facility belongs to; nothing of its answers',
  'sso.atFacility': 'which organisations’ providers the facility lets in; nothing of its answers',
  'support.organisations': 'organisations by name, the same for every facility',
  'support.agreements': 'who may come in, shown beside what they did',
  'activity.people': 'names to choose from beside the log, whose reading is noted',
  'activity.head': 'a hash beside the log, whose reading is noted',
  'webhook.list': 'for administrators, who are not watched',
  'webhook.deliveries': 'the same, and ids alone',
  'year.calendar': 'when a person made the link of the own calendar',
  'leaving.read': 'whether and when the facility leaves, on every page',
  'compliance.inspectionSize': 'how large the archive will be, beside it, whose reading is noted',
  'leaving.recordSize': 'how large the record will be, beside it, whose reading is noted',
  'live.stream': 'notes each run of which it hands out an answer',
  'live.changes': 'notes each run of which it hands out an answer',
};

let server: TestServer;
let world: World;
let runId: string;

const get = (person: TestPerson, path: string) =>
  request(server, person, { method: 'GET', path: `/facilities/${world.here.id}${path}` });

const actsOf = ({ id }: TestPerson) =>
  server.db.transaction().execute(async (tx) => {
    await sql`select set_config('app.facility_id', ${world.here.id}, true)`.execute(tx);
    const rows = await tx.selectFrom('activity').select(['act', 'subject']).where('person_id', '=', id).execute();
    return rows.map(({ act, subject }) => [act, subject]);
  });

beforeAll(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
  const path = `/facilities/${world.here.id}/runs`;
  const begun = await request(server, world.here.people.planner, {
    method: 'POST',
    path,
    body: { sheetId: 'hospital' },
  });
  runId = (begun.body as { id: string }).id;
});
afterAll(() => server.stop());

test('every reading of a facility is noted or has its reason not to be', () => {
  const silent = endpointsOf(contract).filter(
    ({ access, method, recordRead }) => access.kind === 'facility' && method === 'GET' && !recordRead,
  );
  expect(silent.map(({ name }) => name).filter((name) => !(name in unrecorded))).toEqual([]);
});

test('what an auditor reads is noted once a minute and subject, however often and however much at once', async () => {
  const { auditor } = world.here.people;
  const twice = [`/runs/${runId}`, `/runs/${runId}/result`, '/evidence'].flatMap((path) => [path, path]);
  const replies = await Promise.all(twice.map((path) => get(auditor, path)));
  expect(replies.map(({ status }) => status)).toEqual(twice.map(() => 200));
  const once = [
    ['assessment.result-read', runId],
    ['evidence.listed', null],
    ['sheet.read', runId],
  ];
  expect((await actsOf(auditor)).toSorted()).toEqual(once);
  server.clock.now = new Date(server.clock.now.getTime() + 60_000);
  await get(auditor, `/runs/${runId}`);
  expect((await actsOf(auditor)).toSorted()).toEqual([...once, ['sheet.read', runId]]);
});

test('what others read leaves no line, but what anybody takes away does, every time', async () => {
  const { executive } = world.here.people;
  await get(executive, `/runs/${runId}`);
  await get(executive, `/runs/${runId}/result`);
  expect(await actsOf(executive)).toEqual([]);
  for (const path of [`/runs/${runId}/answers.csv`, `/runs/${runId}/answers.csv`, `/runs/${runId}/workbook`])
    expect(await get(executive, path)).toMatchObject({ status: 200 });
  expect(await actsOf(executive)).toEqual(Array(3).fill(['sheet.exported', runId]));
});

test('what was not found was not read', async () => {
  const { auditor } = world.here.people;
  const before = await actsOf(auditor);
  expect(await get(auditor, `/runs/${world.here.id}`)).toMatchObject({ status: 404 });
  expect(await actsOf(auditor)).toEqual(before);
});
