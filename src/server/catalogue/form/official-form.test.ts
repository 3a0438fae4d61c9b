import { afterAll, beforeAll, expect, test } from 'vitest';
import { latestSheet } from '#core/catalogue/catalogue.ts';
import type { DraftItem } from '#core/catalogue/form/form-shape.ts';
import { madeUpForm } from '#core/catalogue/form/made-up-form.ts';
import type { FormDraft, OfficialForms } from '#core/catalogue/form-contract.ts';
import type { Item } from '#core/catalogue/sheet.ts';
import type { VersionPreview } from '#core/catalogue/version-contract.ts';
import type { Workbook } from '#core/kernel/workbook.ts';
import { formUpload, workbookBytes } from '../../app/testing/form-fixtures.ts';
import { request } from '../../app/testing/request.ts';
import { startTestServer, type TestServer } from '../../app/testing/test-server.ts';
import { makeWorld, type TestPerson, type World } from '../../app/testing/world.ts';
import { asSystem } from '../../platform/database/transaction.ts';
import { loadCatalogue } from '../load-catalogue.ts';

const form = 'checklist-institution';
const found = latestSheet(loadCatalogue(), form);
if (!found) throw new Error('no checklist');
const r7 = found;

let server: TestServer;
/** Another process on the same database. */
let other: TestServer;
let world: World;
let bytes: Uint8Array<ArrayBuffer>;
beforeAll(async () => {
  server = await startTestServer();
  other = await startTestServer({}, server);
  world = await makeWorld(server);
  bytes = await workbookBytes(madeUpForm(r7));
});
afterAll(async () => {
  await other.stop();
  await server.stop();
});

const call = (method: string, path: string, body?: object, at = server, person: TestPerson = world.administrator) =>
  request(at, person, { method, path, ...(body && { body }) });
const upload = (content = bytes) => request(server, world.administrator, formUpload(content, form));
const pathOf = (draft: { body: unknown }) => `/official-forms/${(draft.body as { id: string }).id}`;
const read = async (path: string) => (await call('GET', path)).body as FormDraft;

/** What a careful person decides: the same words are unchanged, 2-⑦ says something else, the rest is new. */
function reviewed({ items, suggestions, earlier }: FormDraft): DraftItem[] {
  return items.map((item) => {
    const [first] = suggestions.find(({ row }) => row === item.row)?.earlier ?? [];
    if (first?.reason === '文言が同じ') {
      const needsVendor = item.text.includes('MDS/SDS') ? false : null;
      return { ...item, change: 'unchanged', from: first.id, needsVendor };
    }
    if (item.label === '2-⑦') {
      const was = earlier.items.find(({ label }) => label === item.label);
      return { ...item, change: 'reworded', from: was?.id ?? null, doubtful: true, clauses: ['GOV7-1-01'] };
    }
    return { ...item, change: 'new', questions: [{ item: 'H01-1', relation: 'partly' }] };
  });
}

test('a form is read, mapped, reviewed and published, and every process knows it; in use it is only once adopted', async () => {
  const draft = await upload();
  expect(draft).toMatchObject({ status: 201, body: { fileName: '様式.xlsx', known: null, revision: 1 } });
  const path = pathOf(draft);
  const first = await read(path);
  expect(first.items).toHaveLength(19);
  const roles = first.mapping.roles.map((role, row) => (row === 2 ? ('item' as const) : role));
  const mapped = await call('PUT', `${path}/mapping`, { mapping: { ...first.mapping, roles }, revision: 1 });
  expect(mapped).toMatchObject({ status: 200, body: { revision: 2 } });
  const second = await read(path);
  expect(second.items).toHaveLength(20);
  expect((await call('PUT', `${path}/items`, { items: reviewed(second), revision: 2 })).status).toBe(200);
  const published = await call('POST', `${path}/publication`, { version: 'R8', revision: 3 });
  expect(published).toMatchObject({ status: 200, body: { sheetId: form, version: 'R8' } });
  expect((await call('GET', path)).status).toBe(404);

  await expect.poll(async () => (await call('GET', `/sheets/${form}/versions/R8`, undefined, other)).status).toBe(200);
  const preview = (await call('GET', `/sheet-versions/${form}/R8`)).body as VersionPreview;
  const changes = preview.changes.items.map(({ change }) => change);
  expect(['unchanged', 'reworded', 'new'].map((kind) => changes.filter((one) => one === kind).length)).toEqual([
    18, 1, 1,
  ]);
  const sheet = (await call('GET', `/sheets/${form}`)).body as { sheet: { version: string } };
  expect(sheet.sheet.version).toBe('R7');
  expect((await call('PUT', `/sheet-versions/${form}/current`, { version: 'R8', from: 'R7' })).status).toBe(200);
  const list = (await call('GET', '/official-forms')).body as OfficialForms;
  expect(list.published).toMatchObject([{ sheetId: form, version: 'R8', fileName: '様式.xlsx', known: null }]);
  const acts = await asSystem(server.db, (tx) =>
    tx.selectFrom('system_event').select('act').where('act', 'like', 'catalogue.%').orderBy('at').execute(),
  );
  expect(acts.map(({ act }) => act).filter((act) => act !== 'catalogue.form-edited')).toEqual(
    expect.arrayContaining(['catalogue.form-uploaded', 'catalogue.form-published', 'catalogue.version-adopted']),
  );
});

test('what is marked and what comes from an unknown file is uncertain in the version; what a vendor is needed for goes over', async () => {
  const { sheet } = (await call('GET', `/sheets/${form}/versions/R8`)).body as {
    sheet: {
      areas: { items: (Item & { certainty: string })[] }[];
    };
  };
  const items = sheet.areas.flatMap((area) => area.items);
  expect(items.every(({ certainty }) => certainty === 'unverified')).toBe(true);
  expect(items.find(({ id }) => id === 'R8-H-2-07')).toMatchObject({
    unverified: expect.stringContaining('要確認とされました'),
    links: [{ to: 'GOV7-1-01', relation: 'related' }],
  });
  const one = (end: string) => items.find(({ id }) => id === `R8-H-2-${end}`);
  expect(['02', '03', '11'].map((end) => one(end)?.needsVendor)).toEqual([true, false, undefined]);
  expect(one('11')).toMatchObject({ equipment: 'サーバ', target: 'R7' });
  expect(items.find(({ id }) => id === 'R8-H-4-02')).toMatchObject({ items: [{ item: 'H01-1', relation: 'partly' }] });
});

test('nothing is published that is undecided, that stands already, or that another changed meanwhile', async () => {
  const path = pathOf(await upload());
  const open = await call('POST', `${path}/publication`, { version: 'R8.1', revision: 1 });
  expect(open).toMatchObject({ status: 400, body: { code: 'form/not-publishable' } });
  const { faults } = (open.body as { data: { faults: { code: string; message: string }[] } }).data;
  expect(faults).toHaveLength(19);
  expect(faults[0]?.message).toBe('5行目（1-①）：前の版の項目との関係を選んでください。');
  expect(await call('POST', `${path}/publication`, { version: 'R8', revision: 1 })).toMatchObject({
    status: 409,
    body: { code: 'form/version-taken' },
  });
  const { items } = await read(path);
  const both = await Promise.all([1, 2].map(() => call('PUT', `${path}/items`, { items, revision: 1 })));
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  const all = items.map((item) => ({ ...item, change: 'new' as const, clauses: ['GOV7-9-99'] }));
  await call('PUT', `${path}/items`, { items: all, revision: 2 });
  const lost = await call('POST', `${path}/publication`, { version: 'R8.1', revision: 3 });
  expect(lost).toMatchObject({ status: 400, body: { code: 'form/not-publishable' } });
  expect(await call('DELETE', path)).toMatchObject({ status: 200, body: { discarded: true } });
  expect(await call('DELETE', path)).toMatchObject({ body: { discarded: false } });
});

const codesOf = async (content: Uint8Array<ArrayBuffer>) => {
  const { status, body } = await upload(content);
  expect([status, (body as { code: string }).code]).toEqual([400, 'form/file-not-usable']);
  return (body as { data: { faults: { code: string }[] } }).data.faults.map(({ code }) => code);
};

test('a file that is no form is refused in plain words', async () => {
  const book = madeUpForm(r7);
  const sheet = book.sheets[0];
  if (!sheet) throw new Error('no sheet');
  const withSheets = (...sheets: Workbook['sheets'][number][]) => workbookBytes({ ...book, sheets });
  expect(await codesOf(await withSheets(sheet, { ...sheet, name: '事業者用' }))).toEqual(['form-several-sheets']);
  const many = Array.from({ length: 3000 }, (_, index) => ['', `${index}`, '行']);
  expect(await codesOf(await withSheets({ ...sheet, rows: many }))).toEqual(['form-too-many-rows']);
  expect(await codesOf(new TextEncoder().encode('%PDF-1.7'))).toEqual(['file-not-excel']);
  expect(await codesOf(new Uint8Array([0x50, 0x4b, 3, 4]))).toEqual(['file-broken']);
});

test('nobody of a facility reads or changes a form', async () => {
  const path = pathOf(await upload());
  for (const person of Object.values(world.here.people)) {
    expect((await call('GET', path, undefined, server, person)).status).toBe(403);
    expect((await call('DELETE', path, undefined, server, person)).status).toBe(403);
  }
});
