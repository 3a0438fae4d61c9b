import { Open } from 'unzipper-esm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Inspection } from '#core/compliance/inspection/inspection.ts';
import { request } from '../../app/testing/request.ts';
import { begunRun } from '../../app/testing/sheet-fixtures.ts';
import { startTestServer, type TestServer } from '../../app/testing/test-server.ts';
import { addedSystem } from '../../app/testing/vendor-form-fixtures.ts';
import { makeWorld, type TestPerson, type World } from '../../app/testing/world.ts';
import { pdfPages } from '../../platform/documents/testing/pdf-text.ts';

let server: TestServer;
let world: World;
beforeAll(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
});
afterAll(() => server.stop());

const call = (person: TestPerson, method: string, path: string, body?: object) =>
  request(server, person, { method, path: `/facilities/${world.here.id}${path}`, ...(body && { body }) });
const at = (day: string) => {
  server.clock.now = new Date(`${day}T03:00:00Z`);
};
const textOf = async (bytes: Uint8Array) =>
  (await pdfPages(bytes)).map((page) => page.text.replaceAll(/\s/g, '')).join('');

/** A drill as a whole round, or one that is carried out and no more. */
async function drill(after: number, note: string, isWhole: boolean): Promise<void> {
  const { executive, operator } = world.here.people;
  const steps = [
    [executive, 'instructed'],
    [operator, 'carried-out'],
    ...(isWhole
      ? ([
          [operator, 'reported'],
          [executive, 'followed-up'],
        ] as const)
      : []),
  ] as const;
  for (const [place, [by, step]] of steps.entries()) {
    const body = { clauseId: 'GOV7-3-15', step, note: step === 'carried-out' ? note : '', after: after + place };
    expect(await call(by, 'POST', '/clause-steps', body)).toMatchObject({ status: 201 });
  }
}

/** A checklist with one answer, and a system whose form was asked for. */
async function year(day: string, system: string) {
  const { planner } = world.here.people;
  at(day);
  const form = `/runs/${await begunRun(server, world.here, 'checklist-institution')}`;
  const answer = { value: 'yes', note: day, revision: 0, confirmedOn: day };
  await call(planner, 'PUT', `${form}/answers/R7-H-1-01`, answer);
  const { id, vendor, contact, email, revision } = await addedSystem(server, world.here, { system });
  await call(planner, 'POST', `/vendor-systems/${id}/link`, { byMail: false });
  return { id, vendor, system, contact, email, revision };
}

test('an earlier fiscal year has its checklist, its forms and the drill until its end, and says what is of now', async () => {
  const { planner, executive } = world.here.people;
  const ended = await year('2025-06-01', '前の電子カルテ');
  await drill(0, '紙で受け付けた。', true);
  at('2026-06-01');
  const { id, ...words } = ended;
  const end = { ...words, ended: true };
  expect(await call(planner, 'PUT', `/vendor-systems/${id}`, end)).toMatchObject({ status: 200 });
  await year('2026-06-01', '今の電子カルテ');
  await drill(4, '電話が止まった想定。', false);

  const now = (await call(executive, 'GET', '/inspection')).body as Inspection;
  expect(now).toMatchObject({ fiscalYear: 2026, years: [2026, 2025], drill: [{ note: '電話が止まった想定。' }] });
  expect(now.vendorForms.map(({ system }) => system)).toEqual(['今の電子カルテ']);
  const before = (await call(executive, 'GET', '/inspection?fiscalYear=2025')).body as Inspection;
  expect(before).toMatchObject({
    fiscalYear: 2025,
    years: [2026, 2025],
    checklist: { fiscalYear: 2025 },
    vendorForms: [{ system: '前の電子カルテ', form: { fiscalYear: 2025 } }],
    drill: [{ step: 'followed-up' }, { step: 'reported' }, { step: 'carried-out', note: '紙で受け付けた。' }],
  });
  const printed = await textOf((await call(planner, 'GET', '/inspection.pdf?fiscalYear=2025')).body as Uint8Array);
  expect(printed).toContain('チェックリストと事業者の様式は令和7年度（2025年度）のもの');
  expect(printed).toContain('前の電子カルテ');
  expect(printed).not.toContain('今の電子カルテ');
  const { body } = await call(executive, 'GET', '/inspection.zip?fiscalYear=2025');
  const { files } = await Open.buffer(Buffer.from(body as Uint8Array));
  expect((await files[0]?.buffer())?.toString()).toContain('規程・方針、証跡、担当する人は、今のものです。');
});

test('a fiscal year without a checklist has no inspection, and one that is none is refused by name', async () => {
  const { executive } = world.here.people;
  for (const path of ['/inspection', '/inspection-size', '/inspection.pdf', '/inspection.zip']) {
    expect(await call(executive, 'GET', `${path}?fiscalYear=2020`)).toMatchObject({ status: 404 });
    expect(await call(executive, 'GET', `${path}?fiscalYear=x`)).toMatchObject({ status: 400 });
  }
});
