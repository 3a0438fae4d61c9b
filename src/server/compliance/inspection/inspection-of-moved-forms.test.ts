import { afterAll, beforeAll, expect, test } from 'vitest';
import { latestSheet } from '#core/catalogue/catalogue.ts';
import { itemsOf } from '#core/catalogue/sheet.ts';
import { madeUpR8 } from '#core/catalogue/testing/made-up-r8.ts';
import type { Inspection } from '#core/compliance/inspection/inspection.ts';
import { request } from '../../app/testing/request.ts';
import { startTestServer, type TestServer } from '../../app/testing/test-server.ts';
import { addedSystem } from '../../app/testing/vendor-form-fixtures.ts';
import { makeWorld, type TestPerson, type World } from '../../app/testing/world.ts';
import { loadCatalogue } from '../../catalogue/index.ts';
import { pdfPages } from '../../platform/documents/testing/pdf-text.ts';

const shipped = loadCatalogue();
const r7 = latestSheet(shipped, 'checklist-vendor');
if (!r7) throw new Error('no form of vendors');
const { sheet: r8, bridge } = madeUpR8(r7);

let before: TestServer;
/** The same installation after R8 came. */
let after: TestServer;
let world: World;
beforeAll(async () => {
  before = await startTestServer();
  before.clock.now = new Date('2026-11-27T03:00:00Z');
  const catalogue = { ...shipped, sheets: [...shipped.sheets, r8], bridges: [bridge] };
  after = await startTestServer({ catalogue }, before);
  after.clock.now = before.clock.now;
  world = await makeWorld(before);
});
afterAll(async () => {
  await after.stop();
  await before.stop();
});

const call = (server: TestServer, person: TestPerson, method: string, path: string, body?: object) =>
  request(server, person, { method, path: `/facilities/${world.here.id}${path}`, ...(body && { body }) });

test('the form of a vendor that went over to a newer version is laid before an inspection as that version, with what holds', async () => {
  const { planner, executive, 'safety-manager': manager } = world.here.people;
  const { id } = await addedSystem(before, world.here, { system: '電子カルテ' });
  const { path } = (await call(before, planner, 'POST', `/vendor-systems/${id}/link`, { byMail: false })).body as {
    path: string;
  };
  const token = path.split('#')[1] ?? '';
  for (const itemId of ['R7-V-1-01', 'R7-V-2-07']) {
    const answer = { itemId, value: 'yes', note: '', revision: 0, confirmedOn: '2026-11-20' };
    const saved = await request(before, undefined, {
      method: 'POST',
      path: '/vendor-form/answer',
      body: { token, ...answer },
    });
    expect(saved).toMatchObject({ status: 200 });
  }
  const inspected = async (server: TestServer) =>
    ((await call(server, executive, 'GET', '/inspection')).body as Inspection).vendorForms[0]?.form;
  const form = await inspected(before);
  expect(form).toMatchObject({ answered: 2, items: itemsOf(r7).length });

  const moved = await call(after, manager, 'PUT', `/runs/${form?.runId}/version`, { version: 'R8' });
  expect(moved).toMatchObject({ status: 200 });
  expect(await inspected(after)).toMatchObject({ runId: form?.runId, answered: 1, items: itemsOf(r8).length });
  const { body } = await call(after, planner, 'GET', '/inspection.pdf');
  const text = (await pdfPages(body as Uint8Array)).map((page) => page.text.replaceAll(/\s/g, '')).join('');
  expect(text).toContain(`1/${itemsOf(r8).length}問`);
  for (const words of ['（試験用の文言）パスワードの長さを決め', '（試験用の文言）新しい項目です'])
    expect(text).toContain(words);
});
