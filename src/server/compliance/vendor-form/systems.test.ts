import { afterAll, beforeAll, expect, test } from 'vitest';
import type { VendorRegister, VendorSystem } from '#core/compliance/vendor-form/vendor-system.ts';
import type { Run } from '#core/sheet/run.ts';
import { request } from '../../app/testing/request.ts';
import { begunRun } from '../../app/testing/sheet-fixtures.ts';
import { startTestServer, type TestServer } from '../../app/testing/test-server.ts';
import { addedSystem, systemWords } from '../../app/testing/vendor-form-fixtures.ts';
import { makeWorld, type TestPerson, type World } from '../../app/testing/world.ts';
import { pdfPages } from '../../platform/documents/testing/pdf-text.ts';

let server: TestServer;
let world: World;
beforeAll(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
});
afterAll(() => server.stop());

const call = (by: TestPerson, method: string, path: string, body?: object, at = world.here) =>
  request(server, by, { method, path: `/facilities/${at.id}${path}`, ...(body && { body }) });
const register = async (by = world.here.people.planner) =>
  (await call(by, 'GET', '/vendor-systems')).body as VendorRegister;
const edit = (by: TestPerson, { id, revision }: Pick<VendorSystem, 'id' | 'revision'>, changes: object) =>
  call(by, 'PUT', `/vendor-systems/${id}`, { ...systemWords, ended: false, revision, ...changes });
const acts = async (subject: string) =>
  (
    (await call(world.here.people.auditor, 'GET', `/activity?subject=${subject}`)).body as {
      entries: { act: string }[];
    }
  ).entries.map(({ act }) => act);

test('a system is added once, corrected by whoever saw what stands, ended and taken up again', async () => {
  const { planner, operator, auditor } = world.here.people;
  const added = await addedSystem(server, world.here, { system: '医事会計', email: 'sato@example.jp' });
  expect(added).toMatchObject({ vendor: '青葉システム', revision: 1, form: null, earlier: [], endedAt: null });
  expect(await call(planner, 'POST', '/vendor-systems', { ...systemWords, system: ' 医事会計 ' })).toMatchObject({
    status: 409,
    body: { code: 'compliance/system-listed' },
  });
  const changes = { system: '医事会計', contact: '鈴木' };
  expect(await edit(operator, added, changes)).toMatchObject({ status: 200, body: { contact: '鈴木', revision: 2 } });
  expect(await edit(planner, added, changes)).toMatchObject({
    status: 409,
    body: { code: 'compliance/system-changed', data: { current: { contact: '鈴木', revision: 2 } } },
  });
  const ended = await edit(planner, { ...added, revision: 2 }, { ...changes, ended: true });
  expect(ended).toMatchObject({ status: 200, body: { endedAt: expect.any(String), revision: 3 } });
  expect(await call(planner, 'POST', `/vendor-systems/${added.id}/form`)).toMatchObject({
    status: 409,
    body: { code: 'compliance/system-ended' },
  });
  const again = await addedSystem(server, world.here, { system: '医事会計' });
  expect(await edit(planner, { ...added, revision: 3 }, changes)).toMatchObject({
    status: 409,
    body: { code: 'compliance/system-listed' },
  });
  await edit(planner, again, { system: '医事会計（新）' });
  expect(await edit(planner, { ...added, revision: 3 }, changes)).toMatchObject({ body: { endedAt: null } });
  expect(await edit(auditor, { ...added, revision: 4 }, changes)).toMatchObject({ status: 403 });
  expect((await acts(added.id)).toSorted()).toEqual(
    ['added', 'edited', 'ended', 'resumed'].map((act) => `compliance.system-${act}`),
  );
});

test('an address is shown to those only who may change the register', async () => {
  const { planner, auditor } = world.here.people;
  const { id } = await addedSystem(server, world.here, { system: '検査', email: 'sato@example.jp' });
  const emailFor = async (by: TestPerson) => (await register(by)).systems.find((one) => one.id === id)?.email;
  expect([await emailFor(planner), await emailFor(auditor)]).toEqual(['sato@example.jp', '']);
});

test('staff enter in the form of a system what the vendor gave on paper, apart from the form of another', async () => {
  const { planner, operator, 'safety-manager': manager } = world.here.people;
  const systems = [await addedSystem(server, world.here, { system: '薬剤' }), await addedSystem(server, world.here)];
  const runs = [];
  for (const { id } of systems) {
    const begun = await call(operator, 'POST', `/vendor-systems/${id}/form`);
    expect(begun).toMatchObject({ status: 200, body: { runId: expect.any(String) } });
    expect(await call(planner, 'POST', `/vendor-systems/${id}/form`)).toMatchObject({ body: begun.body as object });
    runs.push((begun.body as { runId: string }).runId);
  }
  const [first = '', second = ''] = runs;
  const run = (await call(planner, 'GET', `/runs/${first}`)).body as Run;
  expect(run).toMatchObject({ sheetId: 'checklist-vendor', items: 13, answered: 0, may: { answer: 'all' } });
  const no = { value: 'no', note: '', revision: 0, confirmedOn: '2026-11-20', targetOn: '2027-01-31' };
  expect(await call(operator, 'PUT', `/runs/${first}/answers/R7-V-2-07`, no)).toMatchObject({ status: 200 });
  const formOf = async (at: number) => (await register(manager)).systems.find(({ id }) => id === systems[at]?.id)?.form;
  expect(await formOf(0)).toMatchObject({
    runId: first,
    standing: 'answering',
    answered: 1,
    items: 13,
    link: null,
    no: [{ label: '2-⑦', targetOn: '2027-01-31', late: false }],
  });
  expect(await formOf(1)).toMatchObject({ runId: second, standing: 'not-asked', answered: 0, no: [] });
  expect(await call(manager, 'POST', `/runs/${first}/submission`)).toMatchObject({
    body: { code: 'assessment/unanswered' },
  });
  for (const { id } of await itemsOf()) {
    const body = { value: 'yes', note: '', revision: id === 'R7-V-2-07' ? 1 : 0, confirmedOn: '2026-11-20' };
    await call(operator, 'PUT', `/runs/${first}/answers/${id}`, body);
  }
  expect(await call(manager, 'POST', `/runs/${first}/submission`)).toMatchObject({ status: 200 });
  expect(await formOf(0)).toMatchObject({ standing: 'answered', answered: 13, no: [] });
  const printed = await call(manager, 'GET', `/runs/${first}/checklist.pdf`);
  expect(decodeURIComponent(printed.headers.get('content-disposition') ?? '')).toContain('青葉システム_薬剤');
  const text = (await pdfPages(printed.body as Uint8Array)).map((page) => page.text.replace(/ /g, '')).join('');
  for (const words of [
    'みなと総合病院',
    '青葉システム（佐藤）',
    '薬剤',
    'はい13・いいえ0・未回答0',
    '令和8年11月20日',
  ]) {
    expect(text).toContain(words);
  }
  const own = (await call(planner, 'GET', '/runs')).body as { sheetId: string }[];
  expect(own.map(({ sheetId }) => sheetId)).not.toContain('checklist-vendor');
});

async function itemsOf() {
  const published = await request(server, world.here.people.planner, {
    method: 'GET',
    path: '/sheets/checklist-vendor',
  });
  const { sheet } = published.body as { sheet: { areas: { items: { id: string }[] }[] } };
  return sheet.areas.flatMap(({ items }) => items);
}

test('evidence is not for the items of a form, which every system has of its own', async () => {
  const { planner } = world.here.people;
  const path = `/facilities/${world.here.id}/items/R7-V-2-07/evidence?name=a.png`;
  const bytes = { content: Buffer.from('89504e470d0a1a0a', 'hex'), type: 'image/png' };
  expect(await request(server, planner, { method: 'POST', path, bytes })).toMatchObject({
    body: { code: 'evidence/private-sheet' },
  });
});

test('where no vendor is under contract the register says so, and a neighbour sees none of it', async () => {
  const { planner } = world.here.people;
  expect(await register()).toMatchObject({ fiscalYear: 2026, withoutVendor: false });
  const run = await begunRun(server, world.here, 'checklist-institution');
  await call(planner, 'PUT', `/runs/${run}/without-vendor`, { withoutVendor: true });
  expect(await register()).toMatchObject({ withoutVendor: true });
  const { elsewhere } = world;
  const [system] = (await register()).systems;
  const theirs = await call(elsewhere.people.planner, 'GET', '/vendor-systems', undefined, elsewhere);
  expect(theirs.body).toMatchObject({ systems: [], withoutVendor: false });
  const path = `/vendor-systems/${system?.id}/form`;
  expect(await call(elsewhere.people.planner, 'POST', path, undefined, elsewhere)).toMatchObject({ status: 404 });
});
