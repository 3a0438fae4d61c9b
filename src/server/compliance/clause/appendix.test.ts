import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FormDraft, OfficialForms } from '#core/catalogue/form-contract.ts';
import type { ClauseRegister } from '#core/compliance/clause/clause-record.ts';
import { formUpload, workbookBytes } from '../../app/testing/form-fixtures.ts';
import { request } from '../../app/testing/request.ts';
import { startTestServer, type TestServer } from '../../app/testing/test-server.ts';
import { makeWorld, type TestPerson, type World } from '../../app/testing/world.ts';
import { png } from '../../platform/files/testing/sample-files.ts';

let server: TestServer;
let world: World;
beforeAll(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
});
afterAll(() => server.stop());

const rows = [
  ['試験用の別紙（原文ではありません）'],
  ['番号', '項目'],
  ['1 試験の区分'],
  ['①', '試験用の項目その一に答えられる'],
  ['②', '試験用の項目その二に答えられる'],
  ['2 試験の区分の二'],
  ['①', '試験用の項目その三に答えられる'],
];

const asAdministrator = (method: string, path: string, body?: object) =>
  request(server, world.administrator, { method, path, ...(body && { body }) });
const here = (person: TestPerson, method: string, path: string, body?: object) =>
  request(server, person, { method, path: `/facilities/${world.here.id}${path}`, ...(body && { body }) });

async function published(version: string): Promise<string> {
  const book = { title: '試験用', source: '試験用', sheets: [{ name: '別紙', columns: [], rows }] };
  const uploaded = await request(
    server,
    world.administrator,
    formUpload(await workbookBytes(book), 'entrusted-appendix'),
  );
  const { id, revision } = uploaded.body as FormDraft;
  const draft = (await asAdministrator('GET', `/official-forms/${id}`)).body as FormDraft;
  expect(draft.earlier.items).toEqual([]);
  expect(draft.items.map(({ change }) => change)).toEqual(['new', 'new', 'new']);
  const reply = await asAdministrator('POST', `/official-forms/${id}/publication`, { version, revision });
  expect(reply).toMatchObject({ status: 200, body: { sheetId: 'entrusted-appendix', version } });
  return id;
}

const entrusted = async () => {
  const { parts } = (await here(world.here.people.planner, 'GET', '/clauses')).body as ClauseRegister;
  return parts.find(({ guideline }) => guideline.id === 'ENT7')?.clauses ?? [];
};

test('the 別紙 is empty until the administrator loads it; then its items are lines of the part, all of them to be checked', async () => {
  const { planner, executive } = world.here.people;
  await here(planner, 'PUT', '/sheet-choice', { ownServers: 'no', appOnPc: 'no', updatesEntrusted: 'yes' });
  expect(await entrusted()).toHaveLength(4);
  await published('7.0');
  const lines = (await entrusted()).slice(4);
  expect(lines.map(({ id, label, certainty, chapter }) => [id, label, certainty, chapter.title])).toEqual([
    ['ENT70-1-01', '1-①', 'unverified', '別紙 1 試験の区分'],
    ['ENT70-1-02', '1-②', 'unverified', '別紙 1 試験の区分'],
    ['ENT70-2-01', '2-①', 'unverified', '別紙 2 試験の区分の二'],
  ]);
  const step = { clauseId: 'ENT70-2-01', step: 'instructed', note: '', after: 0 };
  expect(await here(executive, 'POST', '/clause-steps', step)).toMatchObject({ status: 201 });
  const edit = {
    clauseId: 'ENT70-1-01',
    ownerId: null,
    dueOn: null,
    documents: '',
    undone: '事業者が「いいえ」と答えた',
  };
  expect(await here(planner, 'PUT', '/clauses', { ...edit, revision: 0 })).toMatchObject({ status: 200 });
  const asking = { clauseId: 'ENT70-1-01', revision: 1 };
  expect(await here(planner, 'POST', '/clause-decisions', asking)).toMatchObject({ status: 201 });
  const document = { kind: 'plan', title: '契約の綴り', clauseIds: ['ENT70-1-01'], reviewOn: null };
  expect(await here(planner, 'POST', '/regulations', document)).toMatchObject({ status: 201 });
  const path = `/facilities/${world.here.id}/items/ENT70-1-01/evidence?name=a.png`;
  const bytes = { content: Uint8Array.from(png), type: 'image/png' };
  expect(await request(server, planner, { method: 'POST', path, bytes })).toMatchObject({ status: 200 });
  const list = (await asAdministrator('GET', '/official-forms')).body as OfficialForms;
  expect(list.published).toMatchObject([{ sheetId: 'entrusted-appendix', version: '7.0' }]);
});

test('a facility that may not be one sees none of it', async () => {
  const reply = await request(server, world.elsewhere.people.planner, {
    method: 'GET',
    path: `/facilities/${world.elsewhere.id}/clauses`,
  });
  const { parts } = reply.body as ClauseRegister;
  expect(parts.map(({ guideline }) => guideline.id)).toEqual(['GOV7', 'PLN6', 'OPS6']);
});
