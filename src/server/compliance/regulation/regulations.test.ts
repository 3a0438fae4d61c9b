import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ClauseRegister } from '#core/compliance/clause/clause-record.ts';
import type { Regulation, RegulationRow } from '#core/compliance/regulation/regulation.ts';
import { request } from '../../app/testing/request.ts';
import { startTestServer, type TestServer } from '../../app/testing/test-server.ts';
import { makeWorld, type TestPerson, type World } from '../../app/testing/world.ts';
import { withClient } from '../../platform/database/with-client.ts';
import { pdfPages } from '../../platform/documents/testing/pdf-text.ts';
import { png } from '../../platform/files/testing/sample-files.ts';

let server: TestServer;
let world: World;
beforeAll(async () => {
  server = await startTestServer();
  server.clock.now = new Date('2026-11-27T03:00:00Z');
  world = await makeWorld(server);
});
afterAll(() => server.stop());

const call = (person: TestPerson, method: string, path: string, body?: unknown, at = world.here) =>
  request(server, person, { method, path: `/facilities/${at.id}${path}`, ...(body === undefined ? {} : { body }) });

const edit = { kind: 'policy', title: ' 情報セキュリティ方針 ', clauseIds: ['GOV7-3-07', 'PLN6-04'], reviewOn: null };
const draft = { validOn: '2026-11-27', changes: '初めて作った', body: '患者さんの情報を守ります。' };

async function added(title: string = edit.title) {
  const reply = await call(world.here.people.planner, 'POST', '/regulations', { ...edit, title });
  expect(reply).toMatchObject({ status: 201, body: { revision: 1, versions: [] } });
  return `/regulations/${(reply.body as Regulation).id}`;
}

test('a document gets a draft that is written anew until an executive approves it, and a next version after that', async () => {
  const { planner, executive, auditor } = world.here.people;
  const at = await added();
  expect(await call(planner, 'PUT', `${at}/draft`, { ...draft, revision: 1 })).toMatchObject({ status: 200 });
  const anew = { ...draft, body: '必ず守ります。', revision: 2 };
  expect(await call(planner, 'PUT', `${at}/draft`, anew)).toMatchObject({
    body: { revision: 3, versions: [{ number: 1, body: '必ず守ります。', approvedAt: null }] },
  });
  const approval = { revision: 3, reviewOn: '2027-11-30' };
  expect(await call(planner, 'POST', `${at}/approval`, approval)).toMatchObject({ status: 403 });
  expect(await call(executive, 'POST', `${at}/approval`, approval)).toMatchObject({
    body: { title: '情報セキュリティ方針', reviewOn: '2027-11-30', versions: [{ approvedBy: { id: executive.id } }] },
  });
  expect(await call(executive, 'POST', `${at}/approval`, { ...approval, revision: 4 })).toMatchObject({
    status: 409,
    body: { code: 'compliance/no-draft' },
  });
  const next = { ...draft, changes: '見直した', body: '二版。', revision: 4 };
  const { versions } = (await call(planner, 'PUT', `${at}/draft`, next)).body as Regulation;
  expect(versions.map(({ number, body }) => [number, body])).toEqual([
    [2, '二版。'],
    [1, '必ず守ります。'],
  ]);
  const rows = (await call(auditor, 'GET', '/regulations')).body as RegulationRow[];
  expect(rows.find(({ id }) => at.endsWith(id))).toMatchObject({ current: { number: 1 }, draft: { number: 2 } });
});

test('what is in force stands at the clauses it proves from its day on, and is gone there once it is withdrawn', async () => {
  const { planner, executive } = world.here.people;
  const at = await added('持ち出しの決まり');
  const shown = async () => {
    const { parts } = (await call(planner, 'GET', '/clauses')).body as ClauseRegister;
    const lines = parts
      .flatMap(({ clauses }) => clauses)
      .filter(({ shownBy }) => shownBy.some(({ id }) => at.endsWith(id ?? '-')));
    return lines.map(({ id }) => id);
  };
  await call(planner, 'PUT', `${at}/draft`, { ...draft, revision: 1 });
  expect(await shown()).toEqual([]);
  await call(executive, 'POST', `${at}/approval`, { revision: 2, reviewOn: '2027-11-30' });
  expect(await shown()).toEqual(['GOV7-3-07', 'PLN6-04']);
  const later = { ...draft, validOn: '2026-11-28', changes: '直した', revision: 3 };
  await call(planner, 'PUT', `${at}/draft`, later);
  await call(executive, 'POST', `${at}/approval`, { revision: 4, reviewOn: '2027-11-30' });
  const row = async () =>
    ((await call(planner, 'GET', '/regulations')).body as RegulationRow[]).find(({ id }) => at.endsWith(id));
  expect(await row()).toMatchObject({ current: { number: 1 }, coming: { number: 2 }, draft: null });
  server.clock.now = new Date('2026-11-27T15:00:00Z');
  expect(await row()).toMatchObject({ current: { number: 2 }, coming: null });
  server.clock.now = new Date('2026-11-27T03:00:00Z');
  const withdrawn = { ...edit, reviewOn: null, withdrawn: true, revision: 5 };
  expect(await call(planner, 'PUT', at, withdrawn)).toMatchObject({ status: 200, body: { withdrawn: true } });
  expect(await shown()).toEqual([]);
});

test('a version without text and without a file is not approved; its file takes the place of the text', async () => {
  const { planner, executive } = world.here.people;
  const at = await added('ファイルの規程');
  const { versions } = (await call(planner, 'PUT', `${at}/draft`, { ...draft, body: '', revision: 1 }))
    .body as Regulation;
  const approval = { revision: 2, reviewOn: '2027-11-30' };
  expect(await call(executive, 'POST', `${at}/approval`, approval)).toMatchObject({
    status: 409,
    body: { code: 'compliance/empty-version' },
  });
  const path = `/facilities/${world.here.id}/items/${versions[0]?.id}/evidence?name=${encodeURIComponent('規程.png')}`;
  const bytes = { content: Uint8Array.from(png), type: 'image/png' };
  expect(await request(server, planner, { method: 'POST', path, bytes })).toMatchObject({ status: 200 });
  expect(await call(executive, 'POST', `${at}/approval`, approval)).toMatchObject({ status: 200 });
  const { files } = (await call(planner, 'GET', '/inspection')).body as { files: { name: string; proves: string[] }[] };
  expect(files).toContainEqual(
    expect.objectContaining({ name: '規程.png', proves: ['経営管理編 3⑦', '企画管理編 4章'] }),
  );
});

test('the files of an approved version are closed: none comes, none goes, none comes back; a new version takes files', async () => {
  const { planner, executive } = world.here.people;
  const at = await added('閉じた版');
  const { versions } = (await call(planner, 'PUT', `${at}/draft`, { ...draft, revision: 1 })).body as Regulation;
  const path = (id: string | undefined) => `/facilities/${world.here.id}/items/${id}/evidence?name=a.png`;
  const bytes = { content: Uint8Array.from(png), type: 'image/png' };
  const add = async (id: string | undefined) => request(server, planner, { method: 'POST', path: path(id), bytes });
  const [kept, taken] = [await add(versions[0]?.id), await add(versions[0]?.id)].map(
    ({ body }) => body as { id: string },
  );
  expect(await call(planner, 'DELETE', `/evidence/${taken?.id}`)).toMatchObject({ status: 204 });
  await call(executive, 'POST', `${at}/approval`, { revision: 2, reviewOn: '2027-11-30' });
  const closed = { status: 409, body: { code: 'evidence/version-approved' } };
  expect(await add(versions[0]?.id)).toMatchObject(closed);
  expect(await call(planner, 'DELETE', `/evidence/${kept?.id}`)).toMatchObject(closed);
  const back = await call(planner, 'POST', `/evidence/${taken?.id}/restoration`);
  expect(back).toMatchObject({ ...closed, body: { message: expect.stringContaining('次の版の案を書く') } });
  const next = (await call(planner, 'PUT', `${at}/draft`, { ...draft, revision: 3 })).body as Regulation;
  expect(await add(next.versions[0]?.id)).toMatchObject({ status: 200 });
});

test('of two who write the late one is told what stands, and nobody adds files to a version of a neighbour', async () => {
  const { planner, operator } = world.here.people;
  const at = await added('同時');
  const replies = await Promise.all(
    [planner, operator].map((by) => call(by, 'PUT', `${at}/draft`, { ...draft, revision: 1 })),
  );
  expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  const late = replies.find(({ status }) => status === 409);
  expect(late).toMatchObject({ body: { code: 'compliance/regulation-changed', data: { current: { revision: 2 } } } });
  const { versions } = (await call(planner, 'GET', at)).body as Regulation;
  const neighbour = world.elsewhere.people.planner;
  const path = `/facilities/${world.elsewhere.id}/items/${versions[0]?.id}/evidence?name=a.png`;
  const bytes = { content: Uint8Array.from(png), type: 'image/png' };
  expect(await request(server, neighbour, { method: 'POST', path, bytes })).toMatchObject({ status: 404 });
  expect(await call(neighbour, 'GET', at, undefined, world.elsewhere)).toMatchObject({ status: 404 });
  expect(await call(planner, 'POST', '/regulations', { ...edit, clauseIds: ['GOV7-9-99'] })).toMatchObject({
    status: 404,
  });
});

test('prints a version with who approved it, or that nobody has', async () => {
  const { planner, auditor } = world.here.people;
  const at = await added('印刷する方針');
  await call(planner, 'PUT', `${at}/draft`, { ...draft, revision: 1 });
  const printed = await call(auditor, 'GET', `${at}/version.pdf?number=1`);
  const text = (await pdfPages(printed.body as Uint8Array)).map((page) => page.text.replaceAll(/\s/g, '')).join('');
  expect(text).toContain('印刷する方針');
  expect(text).toContain('承認前（案）');
  expect(text).toContain('患者さんの情報を守ります。');
  expect(await call(auditor, 'GET', `${at}/version.pdf?number=2`)).toMatchObject({ status: 404 });
});

test('an approved version and its files cannot be changed by the server either', async () => {
  const changed = await withClient(server.database.app, async (client) => {
    await client.query('begin');
    await client.query(`select set_config('app.facility_id', $1, true)`, [world.here.id]);
    const { rowCount } = await client.query(`update regulation_version set body = 'x' where approved_at is not null`);
    const approved = `(select v.id::text from regulation_version v where v.approved_at is not null)`;
    const others = await client.query(`update evidence set removed_at = now() where item_id not in ${approved}`);
    const files = await client
      .query(`update evidence set removed_at = now() where item_id in ${approved}`)
      .catch(String);
    await client.query('rollback');
    return { versions: rowCount, others: others.rowCount, files };
  });
  expect(changed).toEqual({ versions: 0, others: 1, files: expect.stringContaining('evidence_settled_changed') });
});
