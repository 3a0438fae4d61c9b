import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Bridge } from '#core/catalogue/bridge.ts';
import type { Catalogue } from '#core/catalogue/catalogue.ts';
import type { SheetVersions, VersionPreview } from '#core/catalogue/version-contract.ts';
import type { Run } from '#core/sheet/run.ts';
import { knownMadeUp, publishMadeUp } from '../app/testing/made-up-version.ts';
import { request } from '../app/testing/request.ts';
import { begunRun } from '../app/testing/sheet-fixtures.ts';
import { startTestServer, type TestServer } from '../app/testing/test-server.ts';
import { addTestFacility, makeWorld, type TestPerson, type World } from '../app/testing/world.ts';
import { asSystem } from '../platform/database/transaction.ts';
import { withClient } from '../platform/database/with-client.ts';
import { openCatalogue } from './living-catalogue.ts';
import { loadCatalogue } from './load-catalogue.ts';

const form = 'checklist-institution';
let server: TestServer;
/** Another process on the same database. */
let other: TestServer;
let world: World;
let path: string;
beforeAll(async () => {
  server = await startTestServer();
  other = await startTestServer({}, server);
  world = await makeWorld(server);
  path = await knownMadeUp(server, world.administrator, form);
});
afterAll(async () => {
  await other.stop();
  await server.stop();
});

const call = (at: TestServer, person: TestPerson, method: string, to: string, body?: object) =>
  request(at, person, { method, path: to, ...(body && { body }) });
const adopt = (at: TestServer, version = 'R8', from = 'R7', of = path) =>
  call(at, world.administrator, 'PUT', `${of}/current`, { version, from });
const preview = async () => (await call(server, world.administrator, 'GET', `${path}/R8`)).body as VersionPreview;
const runIn = async (at: TestServer, facility = world.here) => {
  const id = await begunRun(at, facility, form);
  return (await call(at, facility.people.planner, 'GET', `/facilities/${facility.id}/runs/${id}`)).body as Run;
};

test('a version published for the installation is in use by nobody until it is adopted', async () => {
  expect(await runIn(server)).toMatchObject({ sheetVersion: 'R7', newerVersion: null });
  const versions = (await call(server, world.administrator, 'GET', '/sheet-versions')).body as SheetVersions[];
  expect(versions.find(({ sheetId }) => sheetId === form)).toMatchObject({
    current: 'R7',
    newer: [{ version: 'R8' }],
    older: [],
  });
});

test('the preview tells every item, and of few open runs only that there are some', async () => {
  const { changes, concerned, fiscalYear } = await preview();
  expect(changes.items).toHaveLength(19);
  expect(changes.items.filter(({ change }) => change === 'reworded').map(({ id }) => id)).toEqual([
    'R8-H-2-07',
    'R8-H-2-10',
  ]);
  expect(changes.dropped).toMatchObject([{ id: 'R7-H-2-12' }]);
  expect([concerned, fiscalYear]).toEqual([{ runs: null, facilities: null }, 2026]);
});

test('ten open runs are counted', async () => {
  for (let index = 0; index < 9; index += 1) {
    await begunRun(server, await addTestFacility(server, { name: `第${index}病院` }, ['planner']), form);
  }
  expect((await preview()).concerned).toEqual({ runs: 10, facilities: 10 });
});

test('only over a bridge, from the version that is in use, and only what there is', async () => {
  expect((await adopt(server, 'R9')).status).toBe(404);
  expect(await adopt(server, 'R8', 'R6')).toMatchObject({ status: 409, body: { code: 'version/changed' } });
  const { planner, 'facility-administrator': administrator } = world.here.people;
  for (const person of [planner, administrator]) {
    expect((await call(server, person, 'PUT', `${path}/current`, { version: 'R8', from: 'R7' })).status).toBe(403);
  }
});

test('adopted twice at the same moment it is one act; every process begins new runs with it, and begun ones stay', async () => {
  const both = await Promise.all([adopt(server), adopt(other)]);
  expect(both.map(({ status }) => status)).toEqual([200, 200]);
  const events = await asSystem(server.db, (tx) =>
    tx.selectFrom('system_event').selectAll().where('act', '=', 'catalogue.version-adopted').execute(),
  );
  expect(events).toMatchObject([
    { subject: form, actor: world.administrator.id, detail: { from: 'R7', version: 'R8' } },
  ]);
  for (const at of [other, server]) {
    const facility = await addTestFacility(server, { name: '新しい病院' });
    expect(await runIn(at, facility)).toMatchObject({ sheetVersion: 'R8' });
  }
  expect(await runIn(other)).toMatchObject({ sheetVersion: 'R7', newerVersion: 'R8' });
  expect(await adopt(server, 'R7', 'R8')).toMatchObject({ status: 409, body: { code: 'version/not-newer' } });
});

test('a process that has not heard of a version yet reads it where a run needs it', async () => {
  const deaf = await startTestServer({}, server);
  await deaf.live.close();
  await publishMadeUp(server, 'checklist-pharmacy');
  await knownMadeUp(server, world.administrator, 'checklist-pharmacy');
  expect((await adopt(server, 'R8', 'R7', '/sheet-versions/checklist-pharmacy')).status).toBe(200);
  const pharmacy = await addTestFacility(server, { name: '薬局', type: 'pharmacy', beds: null });
  const begun = await begunRun(deaf, pharmacy, 'checklist-pharmacy');
  const run = await call(deaf, pharmacy.people.planner, 'GET', `/facilities/${pharmacy.id}/runs/${begun}`);
  expect(run).toMatchObject({ status: 200, body: { sheetVersion: 'R8' } });
  await deaf.stop();
});

test('open runs are counted by an index of them alone, whatever lies in other years', async () => {
  const plan = await withClient(server.database.owner, async (client) => {
    await client.query(`begin; select set_config('app.counting', 'on', true); set local enable_seqscan = off`);
    const { rows } = await client.query<{
      'QUERY PLAN': string;
    }>(`explain select sheet_version, count(*), count(distinct facility_id)
      from run where sheet_id = '${form}' and fiscal_year = 2026 and status = 'open' group by 1`);
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  });
  expect(plan).toContain('run_open_version');
});

test('what was published here stays as it was, where a release comes with another version of the same name', async () => {
  const shipped = loadCatalogue();
  const of = async (release: Catalogue) => {
    const { catalogue } = await openCatalogue(server.db, release);
    const isOurs = ({ sheet, to }: Bridge) => sheet === form && to === 'R8';
    return {
      sheets: catalogue.sheets.filter(({ id, version }) => id === form && version === 'R8'),
      bridges: catalogue.bridges.filter(isOurs),
    };
  };
  const own = await of(shipped);
  const [sheet = expect.fail(), ...others] = own.sheets;
  expect([others, own.bridges.length]).toEqual([[], 1]);
  const released = {
    ...shipped,
    sheets: [...shipped.sheets, { ...sheet, title: '別の題' }],
    bridges: [...shipped.bridges, ...own.bridges],
  };
  expect(await of(released)).toEqual(own);
});

test('what was published can be neither changed nor removed by the application, and a change by anybody else is seen', async () => {
  const change = (statement: string) => asSystem(server.db, (tx) => sql.raw(statement).execute(tx));
  await expect(change(`update installed_sheet set version = 'R9'`)).rejects.toThrow('permission denied');
  await expect(change('delete from installed_sheet')).rejects.toThrow('permission denied');
  await expect(change('delete from sheet_adoption')).rejects.toThrow('permission denied');
  await withClient(server.database.owner, async (client) => {
    await client.query('alter table installed_sheet no force row level security');
    await client.query(
      `update installed_sheet set sheet = jsonb_set(sheet, '{title}', '"別の題"') where sheet_id = $1`,
      [form],
    );
  });
  await expect(openCatalogue(server.db, loadCatalogue())).rejects.toThrow(
    'checklist-institution R8 is not what was published',
  );
});
