import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Checklist } from '#core/compliance/checklist.ts';
import type { Proposal } from '#core/compliance/proposal.ts';
import { request } from '../app/testing/request.ts';
import { answerAll, begunRun } from '../app/testing/sheet-fixtures.ts';
import { startTestServer, type TestServer } from '../app/testing/test-server.ts';
import { addTestFacility, type TestFacility, type TestPerson } from '../app/testing/world.ts';
import { pdfPages } from '../platform/documents/testing/pdf-text.ts';

let server: TestServer;
let here: TestFacility;
let form: string;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());
beforeEach(async () => {
  server.clock.now = new Date('2026-11-27T03:00:00Z');
  here = await addTestFacility(server, { name: 'みなと病院' });
  form = `/facilities/${here.id}/runs/${await begunRun(server, here, 'checklist-institution')}`;
});

const call = (method: string, path: string, body?: unknown, person: TestPerson = here.people.planner) =>
  request(server, person, { method, path, ...(body === undefined ? {} : { body }) });

const linesOf = async (act: string) => {
  const path = `/facilities/${here.id}/activity`;
  const { entries } = (await call('GET', path, undefined, here.people['safety-manager'])).body as {
    entries: { act: string }[];
  };
  return entries.filter((entry) => entry.act === act);
};

/** The main sheet of the year, submitted: H01-1 at the value given, everything else at 2. */
async function submittedHospital(first: string) {
  const runId = await begunRun(server, here, 'hospital');
  const person = here.people.planner;
  await answerAll(server, { facility: here, runId, sheetId: 'hospital', person }, (index) =>
    index === 0 ? first : '2',
  );
  await call('POST', `/facilities/${here.id}/runs/${runId}/submission`);
  return runId;
}

const proposalsOf = async (person?: TestPerson) =>
  (await call('GET', `${form}/proposals`, undefined, person)).body as readonly Proposal[];

test('submitted answers propose, each with the question, the run and the day it comes from', async () => {
  const runId = await submittedHospital('1');
  const proposals = await proposalsOf();
  expect(proposals.find(({ itemId }) => itemId === 'R7-H-1-01')).toMatchObject({
    value: 'no',
    from: [{ itemId: 'H01-1', value: '1', runId, fiscalYear: 2026, submittedAt: '2026-11-27T03:00:00.000Z' }],
  });
  expect(proposals.find(({ itemId }) => itemId === 'R7-H-2-01')).toMatchObject({ value: 'yes' });
});

test('what is not submitted proposes nothing, and to staff nothing of areas they may not read', async () => {
  expect(await proposalsOf()).toEqual([]);
  await submittedHospital('2');
  expect((await proposalsOf()).length).toBeGreaterThan(10);
  expect(await proposalsOf(here.people.staff)).toEqual([]);
});

test('taking them answers what is unanswered, confirmed today, and leaves what somebody answered', async () => {
  await submittedHospital('1');
  await call('PUT', `${form}/answers/R7-H-2-01`, { value: 'no', note: '', revision: 0, confirmedOn: '2026-11-01' });
  server.clock.now = new Date('2026-11-27T03:10:00Z');
  const itemIds = ['R7-H-1-01', 'R7-H-2-01', 'R7-H-2-04', 'R7-H-0'];
  const taken = await call('POST', `${form}/proposals`, { itemIds });
  expect(taken).toMatchObject({ status: 200, body: { written: 2, conflicts: [{ current: { itemId: 'R7-H-2-01' } }] } });
  expect((await call('GET', `${form}/answers/R7-H-1-01/history`)).body).toMatchObject([
    { value: 'no', origin: 'proposed', confirmedOn: '2026-11-27', targetOn: null },
  ]);
  expect(await linesOf('sheet.answers-taken')).toMatchObject([{ detail: { origin: 'proposed', answers: 2 } }]);
});

test('nobody takes them who may not answer', async () => {
  await submittedHospital('2');
  const of = (person: TestPerson) => call('POST', `${form}/proposals`, { itemIds: ['R7-H-1-01'] }, person);
  expect(await of(here.people.auditor)).toMatchObject({ status: 403 });
  expect(await of(here.people.executive)).toMatchObject({ status: 403 });
  const stranger = await addTestFacility(server, { name: 'よその病院' });
  expect(
    await request(server, stranger.people.planner, {
      method: 'GET',
      path: `${form.replace(here.id, stranger.id)}/proposals`,
    }),
  ).toMatchObject({ status: 404 });
});

test('the checklist stands before the form is begun, of the kind of the facility', async () => {
  const pharmacy = await addTestFacility(server, { name: 'みなと薬局', type: 'pharmacy', beds: null });
  const path = `/facilities/${pharmacy.id}/compliance`;
  const { body } = await request(server, pharmacy.people.planner, { method: 'GET', path });
  expect(body).toMatchObject({ run: null, fiscalYear: 2026, form: { sheetId: 'checklist-pharmacy', version: 'R7' } });
});

test('the checklist tells who confirmed what when, and what is late', async () => {
  const no = { value: 'no', note: '', revision: 0, confirmedOn: '2026-11-20', targetOn: '2026-12-01' };
  await call('PUT', `${form}/answers/R7-H-2-01`, no);
  server.clock.now = new Date('2026-12-02T03:00:00Z');
  const checklist = (await call('GET', `/facilities/${here.id}/compliance`)).body as Checklist;
  const item = checklist.sections.flatMap(({ items }) => items).find(({ id }) => id === 'R7-H-2-01');
  expect(item).toMatchObject({
    state: 'no',
    late: true,
    confirmedOn: '2026-11-20',
    confirmedBy: here.people.planner.name,
  });
});

test('the form prints every item in its order, with the days, and leaves a line each time', async () => {
  const no = { value: 'no', note: '', revision: 0, confirmedOn: '2026-11-20', targetOn: '2027-03-31' };
  await call('PUT', `${form}/answers/R7-H-2-01`, no);
  const printed = await call('GET', `${form}/checklist.pdf`, undefined, here.people.executive);
  expect(printed.status).toBe(200);
  const text = (await pdfPages(printed.body as Uint8Array)).map((page) => page.text.replace(/ /g, '')).join('\n');
  for (const words of [
    'みなと病院',
    '令和8年度',
    '1-①',
    '2-⑬',
    '4-①',
    '令和8年11月20日',
    '令和9年3月31日',
    '1/2ページ',
  ]) {
    expect(text).toContain(words);
  }
  expect(text.indexOf('3-①')).toBeGreaterThan(text.indexOf('2-⑬'));
  expect(await linesOf('compliance.form-read')).toMatchObject([{ detail: { format: 'pdf' } }]);
});

test('a run that is no checklist has no form', async () => {
  const other = `/facilities/${here.id}/runs/${await begunRun(server, here, 'network-level')}`;
  expect(await call('GET', `${other}/checklist.pdf`)).toMatchObject({ status: 404 });
});
