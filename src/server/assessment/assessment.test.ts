import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { ResultView } from '#core/assessment/contract.ts';
import { rulesVersion } from '#core/assessment/result.ts';
import type { Profile } from '#core/organisation/profile.ts';
import { request } from '../app/testing/request.ts';
import { answerAll, begunRun } from '../app/testing/sheet-fixtures.ts';
import { startTestServer, type TestServer } from '../app/testing/test-server.ts';
import { addMember, addSignedIn, addTestFacility, type TestFacility, type TestPerson } from '../app/testing/world.ts';
import { readSummaries } from '../platform/database/testing/read-summaries.ts';
import { inFacility } from '../platform/database/transaction.ts';
import { pdfPages } from '../platform/documents/testing/pdf-text.ts';

let server: TestServer;
let here: TestFacility;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());
beforeEach(async () => {
  server.clock.now = new Date('2026-11-21T03:00:00Z');
  here = await addTestFacility(server, { name: 'みなと診療所', type: 'clinic', beds: 0 }, [
    'planner',
    'safety-manager',
    'executive',
    'operator',
  ]);
});

const post = (person: TestPerson, path: string, body?: unknown) =>
  request(server, person, { method: 'POST', path, body });
const get = (person: TestPerson, path: string) => request(server, person, { method: 'GET', path });

async function submitted(
  facility: TestFacility,
  valueOf: (index: number) => string,
): Promise<{ path: string; view: ResultView }> {
  const runId = await begunRun(server, facility);
  await answerAll(server, { facility, runId, sheetId: 'small-facility', person: facility.people.planner }, valueOf);
  const path = `/facilities/${facility.id}/runs/${runId}`;
  const reply = await post(facility.people.planner, `${path}/submission`);
  expect(reply.status).toBe(200);
  return { path, view: reply.body as ResultView };
}

const summaries = () =>
  readSummaries(server.db, (tx) =>
    tx.selectFrom('assessment_summary').selectAll().where('facility_id', '=', here.id).execute(),
  );

const results = () =>
  inFacility(server.db, { facilityId: here.id, personId: here.people.planner.id }, (tx) =>
    tx.selectFrom('result').selectAll().where('facility_id', '=', here.id).execute(),
  );

test('submission names every unanswered item and locks nothing', async () => {
  const runId = await begunRun(server, here);
  const reply = await post(here.people.planner, `/facilities/${here.id}/runs/${runId}/submission`);
  const { items } = (reply.body as { data: { items: { id: string; text: string }[] } }).data;
  expect(items.map(({ id }) => id)).toEqual([
    'S1',
    'S2',
    'S3',
    'S4-1',
    'S4-2',
    'S5-1',
    'S5-2',
    'S6',
    'S7',
    'S8',
    'S9',
    'S10',
    'S11',
  ]);
  expect(await get(here.people.planner, `/facilities/${here.id}/runs/${runId}`)).toMatchObject({
    body: { status: 'open' },
  });
});

test('a submitted run is locked, summed up with its versions, and refuses a second submission', async () => {
  const { path, view } = await submitted(here, (index) => (index < 3 ? '0' : '3'));
  // S1–S3 are areas of their own at 0; the other eight areas stand at 3: 24 / 11.
  expect(view.result.score).toBeCloseTo(24 / 11, 12);
  expect(view.result.weakAreas).toEqual(['S1', 'S2', 'S3']);
  expect(view.result.zeroAnswers).toBe(3);
  expect(await summaries()).toMatchObject([
    {
      fiscal_year: 2026,
      sheet_id: 'small-facility',
      sheet_version: '1.0.0',
      facility_type: 'clinic',
      bed_class: 'under-20',
      score: view.result.score,
    },
  ]);
  const late = await request(server, here.people.operator, {
    method: 'PUT',
    path: `${path}/answers/S1`,
    body: { value: '3', note: '', revision: 1 },
  });
  expect(late).toMatchObject({ status: 409, body: { code: 'sheet/run-locked' } });
  expect(await post(here.people.planner, `${path}/submission`)).toMatchObject({
    status: 409,
    body: { code: 'assessment/already-submitted' },
  });
});

test('a submission keeps its result with the versions of sheet and rules it was computed by', async () => {
  const { view } = await submitted(here, () => '1');
  expect(await results()).toMatchObject([
    {
      run_id: view.run.id,
      sheet_id: 'small-facility',
      sheet_version: '1.0.0',
      rules_version: rulesVersion,
      result: { result: { ...view.result, version: '1.0.0', rulesVersion } },
      withdrawn_at: null,
    },
  ]);
});

test('answers saved while the run is submitted are either in the result or refused, never lost between', async () => {
  const runId = await begunRun(server, here);
  const { planner, operator } = here.people;
  await answerAll(server, { facility: here, runId, sheetId: 'small-facility', person: planner }, () => '0');
  const path = `/facilities/${here.id}/runs/${runId}`;
  const save = (item: string) =>
    request(server, operator, {
      method: 'PUT',
      path: `${path}/answers/${item}`,
      body: { value: '3', note: '', revision: 1 },
    });
  const early = ['S1', 'S2', 'S3', 'S6', 'S7'].map(save);
  const submission = post(planner, `${path}/submission`);
  const saves = await Promise.all([...early, ...['S8', 'S9', 'S10', 'S11'].map(save)]);
  const { status, body } = await submission;
  expect(status).toBe(200);
  const saved = saves.filter((reply) => reply.status === 200).length;
  expect(saves.filter((reply) => reply.status === 409)).toHaveLength(saves.length - saved);
  // Every one of these items is an area of its own; the other two areas stay at 0.
  expect((body as ResultView).result.score).toBeCloseTo((3 * saved) / 11, 12);
});

test('reopening is the safety manager’s, withdraws the result from comparison, and the run can be submitted again', async () => {
  const { path } = await submitted(here, () => '2');
  expect(await post(here.people.executive, `${path}/reopening`, { reason: '直す' })).toMatchObject({ status: 403 });
  expect(await post(here.people['safety-manager'], `${path}/reopening`, { reason: '回答の誤りを直す' })).toMatchObject({
    status: 200,
    body: { status: 'open' },
  });
  expect(await summaries()).toEqual([]);
  const fixed = await request(server, here.people.operator, {
    method: 'PUT',
    path: `${path}/answers/S1`,
    body: { value: '3', note: '', revision: 1 },
  });
  expect(fixed).toMatchObject({ status: 200 });
  server.clock.now = new Date('2026-11-22T03:00:00Z');
  expect(await post(here.people.planner, `${path}/submission`)).toMatchObject({ status: 200 });
  expect(await summaries()).toHaveLength(1);
});

test('comparison appears with ten other facilities of the class and counts the others only', async () => {
  const dentist = (name: string) => addTestFacility(server, { name, type: 'dental-clinic', beds: 0 }, ['planner']);
  for (let other = 0; other < 9; other += 1)
    await submitted(await dentist(`歯科${other}`), () => (other < 4 ? '1' : '3'));
  const mine = await dentist('みなと歯科');
  const { path, view } = await submitted(mine, () => '2');
  expect(view.comparison).toMatchObject({ others: null, percentile: null, quartiles: null });
  await submitted(await dentist('歯科十'), () => '2');
  const later = await get(mine.people.planner, `${path}/result`);
  // Four others lower, one level, five higher; sorted 1 1 1 1 2 3 3 3 3 3.
  expect(later.body).toMatchObject({
    comparison: { others: 10, percentile: 45, quartiles: { quartile1: 1, median: 2.5, quartile3: 3 } },
  });
});

test('a preview is compared with nobody, whatever type and size the facility says it has', async () => {
  const house = (name: string, type: 'clinic' | 'dental-clinic') =>
    addTestFacility(server, { name, type, beds: 620 }, ['planner', 'facility-administrator']);
  for (let other = 0; other < 10; other += 1)
    await submitted(await house(`有床歯科${other}`, 'dental-clinic'), () => '1');
  const mine = await house('みなと有床診療所', 'clinic');
  const runId = await begunRun(server, mine);
  const { planner } = mine.people;
  await answerAll(server, { facility: mine, runId, sheetId: 'small-facility', person: planner }, () => '2');
  const profile = `/facilities/${mine.id}/profile`;
  const { functions, ehr, systemStaff, revision } = (await get(planner, profile)).body as Profile;
  const body = { functions, ehr, systemStaff, revision, type: 'dental-clinic', beds: 620 };
  const moved = { method: 'PUT', path: profile, body };
  expect(await request(server, mine.people['facility-administrator'], moved)).toMatchObject({ status: 200 });
  const path = `/facilities/${mine.id}/runs/${runId}`;
  expect((await get(planner, `${path}/result`)).body).toMatchObject({ preview: true, comparison: null });
  expect((await post(planner, `${path}/submission`)).body).toMatchObject({
    comparison: { others: 10, percentile: 100 },
  });
  const back = { ...moved, body: { ...body, type: 'clinic', revision: revision + 1 } };
  expect(await request(server, mine.people['facility-administrator'], back)).toMatchObject({ status: 200 });
  const later = (await get(planner, `${path}/result`)).body;
  expect(later).toMatchObject({ comparison: { type: 'dental-clinic', others: 10, percentile: 100 } });
});

test('change is told against the last submitted year', async () => {
  await submitted(here, () => '1');
  server.clock.now = new Date('2027-06-01T00:00:00Z');
  const { view } = await submitted(here, (index) => (index === 0 ? '3' : '1'));
  expect(view.previous).toMatchObject({
    fiscalYear: 2026,
    change: { items: [{ item: 'S1', before: '1', after: '3', change: 2 }] },
  });
});

test('the executive mirror opens with three submitted executives, names nobody, and counts toward nothing', async () => {
  const { path } = await submitted(here, () => '0');
  for (const [index, value] of ['3', '2', '1'].entries()) {
    const person = await addSignedIn(server, `経営層${index}`);
    await addMember(server, here.id, person.id, ['executive']);
    const runId = await begunRun(server, here, 'executive', person);
    await answerAll(server, { facility: here, runId, sheetId: 'executive', person }, () => value);
    const sent = await post(person, `/facilities/${here.id}/runs/${runId}/submission`);
    expect(sent).toMatchObject({ status: 200, body: { comparison: null } });
    const view = (await get(here.people.planner, `${path}/result`)).body as ResultView;
    expect(view.executives).toBe(index + 1);
    if (index < 2) expect(view.mirror).toBeNull();
    else expect(view.mirror).toMatchObject({ executives: 3, overall: { median: 2, min: 1, max: 3, n: 3 } });
    expect(JSON.stringify(view)).not.toContain(person.id);
  }
  expect((await summaries()).map(({ sheet_id }) => sheet_id)).toEqual(['small-facility']);
});

test('the network level of the year stands beside the scores', async () => {
  const runId = await begunRun(server, here, 'network-level');
  await answerAll(
    server,
    { facility: here, runId, sheetId: 'network-level', person: here.people.planner },
    () => 'yes',
  );
  const sent = await post(here.people.planner, `/facilities/${here.id}/runs/${runId}/submission`);
  expect(sent).toMatchObject({
    body: { result: { score: null, network: { level: 3, axes: { external: '○', media: '○', internal: '○' } } } },
  });
  const { view } = await submitted(here, () => '2');
  expect(view.networkLevel).toBe(3);
});

test('the network report of a clinic speaks to its director, that of a hospital to its board', async () => {
  const hospital = await addTestFacility(server, { name: 'みなと病院', type: 'hospital', beds: 120 }, ['planner']);
  const spokenTo = async (facility: TestFacility) => {
    const path = `/facilities/${facility.id}/runs/${await begunRun(server, facility, 'network-level')}/report.pdf`;
    const pages = await pdfPages((await get(facility.people.planner, path)).body as Uint8Array);
    return pages.map(({ text }) => text.match(/.+のみなさまへ/)?.[0]).find((line) => line !== undefined);
  };
  expect(await spokenTo(here)).toBe('院長・管理者のみなさまへ');
  expect(await spokenTo(hospital)).toBe('経営層のみなさまへ');
});

test('the report comes as PDF and as Excel, also before submission', async () => {
  const runId = await begunRun(server, here);
  const path = `/facilities/${here.id}/runs/${runId}`;
  const pdf = (await get(here.people.executive, `${path}/report.pdf`)).body as Uint8Array;
  expect(Buffer.from(pdf).subarray(0, 5).toString()).toBe('%PDF-');
  const excel = await get(here.people.executive, `${path}/report.xlsx`);
  expect({
    status: excel.status,
    zip: Buffer.from(excel.body as Uint8Array)
      .subarray(0, 2)
      .toString(),
  }).toEqual({ status: 200, zip: 'PK' });
});
