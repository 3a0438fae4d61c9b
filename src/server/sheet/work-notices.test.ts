import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openPostOffice, type PostOffice, testOrigin } from '../app/testing/post-office.ts';
import { request } from '../app/testing/request.ts';
import { answerAll, begunRun } from '../app/testing/sheet-fixtures.ts';
import { startTestServer, type TestServer } from '../app/testing/test-server.ts';
import { addTestFacility, type TestFacility, type TestPerson } from '../app/testing/world.ts';
import { withClient } from '../platform/database/with-client.ts';
import { type MailServer, startMailServer } from '../platform/mail/testing/mail-server.ts';
import { patient } from '../platform/testing/patient.ts';

let server: TestServer;
let here: TestFacility;
let runId: string;
let mails: MailServer;
let office: PostOffice;
beforeAll(async () => {
  server = await startTestServer();
  mails = await startMailServer();
  here = await addTestFacility(server, { name: 'みなと診療所', type: 'clinic', beds: null });
  runId = await begunRun(server, here);
  server.clock.now = new Date();
  office = openPostOffice(server, mails.url);
});
afterAll(async () => {
  await office.stop();
  await mails.stop();
  await server.stop();
});

const path = () => `/facilities/${here.id}/runs/${runId}`;
const address = ({ id }: TestPerson) => `${id}@example.jp`;
const call = (by: TestPerson, method: string, to: string, body?: unknown) =>
  request(server, by, { method, path: to, ...(body !== undefined && { body }) });
const assign = (by: TestPerson, areaId: string, to: TestPerson | null) =>
  call(by, 'PUT', `${path()}/areas/${areaId}/assignment`, { personId: to?.id ?? null });
const queue = () =>
  withClient(server.database.owner, async (client) => {
    const { rows } = await client.query<{ task_identifier: string; minutes: number }>(
      `select task_identifier, round(extract(epoch from run_at - now()) / 60)::int as minutes from graphile_worker.jobs
       where run_at < now() + interval '1 day' order by id`,
    );
    return rows;
  });
/** Has what waits run now: the queue is told, which looks by itself every five seconds only. */
const hurry = () =>
  withClient(server.database.owner, (client) =>
    client.query(
      `update graphile_worker._private_jobs set run_at = now() where locked_at is null and run_at < now() + interval '1 day';
       select pg_notify('jobs:insert', '{"count":9}')`,
    ),
  );
const allDone = async () => {
  await hurry();
  await vi.waitUntil(async () => (await queue()).length === 0, patient);
};
const lettersTo = (person: TestPerson) => mails.received.filter(({ recipient }) => recipient === address(person));
test('areas handed over one after the other make one letter, with their number and no answer', async () => {
  const { planner, staff, operator } = here.people;
  for (const area of ['S1', 'S2', 'S3']) expect((await assign(planner, area, staff)).status).toBe(200);
  await assign(planner, 'S3', null);
  await assign(planner, 'S3', planner);
  expect(await queue()).toEqual([{ task_identifier: 'sheet.areas-assigned', minutes: 5 }]);
  await hurry();
  const mail = await mails.next(address(staff));
  expect(mail.subject).toBe('みなと診療所の点検で、2つの分野の担当になりました');
  expect(mail.text).toContain(`${testOrigin}${path()}`);
  await allDone();
  expect(lettersTo(staff)).toHaveLength(1);
  expect(lettersTo(planner)).toEqual([]);
  expect(lettersTo(operator)).toEqual([]);
});

test('who turned letters about work off gets none of them', async () => {
  const { planner, operator } = here.people;
  await call(operator, 'PUT', '/account/notices', { work: false });
  await assign(planner, 'S1', operator);
  await allDone();
  expect(lettersTo(operator)).toEqual([]);
  await call(operator, 'PUT', '/account/notices', { work: true });
  await assign(planner, 'S1', operator);
  await hurry();
  expect((await mails.next(address(operator))).subject).toContain('1つの分野');
});

test('who left the facility before the letter was written gets none', async () => {
  const { planner, auditor } = here.people;
  const administrator = here.people['facility-administrator'];
  await call(administrator, 'PUT', `/facilities/${here.id}/members/${auditor.id}`, { roles: ['operator'] });
  expect((await assign(planner, 'S2', auditor)).status).toBe(200);
  await call(administrator, 'DELETE', `/facilities/${here.id}/members/${auditor.id}`);
  await allDone();
  expect(lettersTo(auditor)).toEqual([]);
});

test('who submitted a run is told that somebody else reopened it, without the reason; who reopens the own is not', async () => {
  const { planner } = here.people;
  const manager = here.people['safety-manager'];
  await answerAll(server, { facility: here, runId, sheetId: 'small-facility', person: planner });
  expect((await call(planner, 'POST', `${path()}/submission`)).status).toBe(200);
  expect((await call(manager, 'POST', `${path()}/reopening`, { reason: '内緒の理由' })).status).toBe(200);
  const mail = await mails.next(address(planner));
  expect(mail.subject).toBe('みなと診療所の点検の提出が、取り消されました');
  expect(mail.text).not.toContain('内緒の理由');
  server.clock.now = new Date(server.clock.now.getTime() + 60_000);
  expect((await call(manager, 'POST', `${path()}/submission`)).status).toBe(200);
  expect((await call(manager, 'POST', `${path()}/reopening`, { reason: 'もう一度' })).status).toBe(200);
  await allDone();
  expect(lettersTo(manager)).toEqual([]);
});
