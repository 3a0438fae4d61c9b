import { afterAll, beforeAll, expect, test } from 'vitest';
import { latestSheet } from '#core/catalogue/catalogue.ts';
import { itemsOf } from '#core/catalogue/sheet.ts';
import { madeUpR8, newItemOf } from '#core/catalogue/testing/made-up-r8.ts';
import type { FeeEvidence } from '#core/compliance/fee/fee-evidence.ts';
import type { Inspection } from '#core/compliance/inspection/inspection.ts';
import type { ListedEvidence } from '#core/evidence/contract.ts';
import type { Run } from '#core/sheet/run.ts';
import { request } from '../app/testing/request.ts';
import { begunRun } from '../app/testing/sheet-fixtures.ts';
import { startTestServer, type TestServer } from '../app/testing/test-server.ts';
import { makeWorld, type TestPerson, type World } from '../app/testing/world.ts';
import { loadCatalogue } from '../catalogue/index.ts';
import { png } from '../platform/files/testing/sample-files.ts';

const shipped = loadCatalogue();
const r7 = latestSheet(shipped, 'checklist-institution');
if (!r7) throw new Error('no checklist');
const { sheet: r8, bridge } = madeUpR8(r7);

let before: TestServer;
/** The same installation after R8 came. */
let after: TestServer;
let world: World;
let run: string;
beforeAll(async () => {
  before = await startTestServer();
  before.clock.now = new Date('2026-11-27T03:00:00Z');
  const catalogue = { ...shipped, sheets: [...shipped.sheets, r8], bridges: [bridge] };
  after = await startTestServer({ catalogue }, before);
  after.clock.now = before.clock.now;
  world = await makeWorld(before);
  run = `/runs/${await begunRun(before, world.here, 'checklist-institution')}`;
});
afterAll(async () => {
  await after.stop();
  await before.stop();
});

const call = (server: TestServer, person: TestPerson, method: string, path: string, body?: object) =>
  request(server, person, { method, path: `/facilities/${world.here.id}${path}`, ...(body && { body }) });

const save = (server: TestServer, item: string) =>
  call(server, world.here.people.planner, 'PUT', `${run}/answers/${item}`, {
    value: 'yes',
    note: '',
    revision: 0,
    confirmedOn: '2026-11-27',
  });

test('after a newer form is in use, files and answers at what is unchanged stand where the fee rules and the inspection look', async () => {
  const { planner, 'safety-manager': manager, staff, executive } = world.here.people;
  const areaId = r7.areas[1]?.id ?? '';
  expect(await call(before, planner, 'PUT', `${run}/areas/${areaId}/assignment`, { personId: staff.id })).toMatchObject(
    {
      status: 200,
    },
  );
  for (const { id } of itemsOf(r7)) expect(await save(before, id)).toMatchObject({ status: 200 });
  const add = (item: string, name: string) =>
    request(before, planner, {
      method: 'POST',
      path: `/facilities/${world.here.id}/items/${item}/evidence?name=${encodeURIComponent(name)}`,
      bytes: { content: Uint8Array.from(png), type: 'image/png' },
    });
  await add('R7-H-1-01', '任命書.png');
  await add('R7-H-2-07', '前の文言の項目.png');

  const moved = (await call(after, manager, 'PUT', `${run}/version`, { version: 'R8' })).body as Run;
  expect(moved.sheetVersion).toBe('R8');
  for (const { item } of bridge.items.filter(({ change }) => change === 'reworded')) await save(after, item);
  await save(after, newItemOf(r7));
  expect(await call(after, manager, 'POST', `${run}/submission`)).toMatchObject({ status: 200 });

  const listed = (await call(after, planner, 'GET', '/evidence')).body as ListedEvidence[];
  expect(listed.map(({ name, itemId, alsoAt }) => [name, itemId, alsoAt])).toEqual([
    ['任命書.png', 'R7-H-1-01', ['R8-H-1-01']],
    ['前の文言の項目.png', 'R7-H-2-07', []],
  ]);
  const theirs = (await call(after, staff, 'GET', '/evidence')).body as ListedEvidence[];
  expect(theirs.map(({ name }) => name)).toEqual(['任命書.png']);

  const rules = (await call(after, executive, 'GET', '/fee-rules')).body as FeeEvidence[];
  const proofs = rules.flatMap(({ conditions }) => conditions.flatMap((condition) => condition.proofs));
  expect(proofs.find(({ id }) => id === 'R7-H-1-01')).toMatchObject({ answer: 'はい', files: ['任命書.png'] });

  const inspection = (await call(after, executive, 'GET', '/inspection')).body as Inspection;
  expect(inspection.checklist.form.version).toBe('R8');
  expect(inspection.files.map(({ name, proves }) => [name, proves])).toEqual([['任命書.png', ['1-①']]]);
});
