import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { request } from '../app/testing/request.ts';
import { startTestServer, type TestServer } from '../app/testing/test-server.ts';
import { addSignedIn, type TestPerson } from '../app/testing/world.ts';
import { asSystem } from '../platform/database/transaction.ts';
import { takeImportLock } from './import-record.ts';
import { importRegister } from './import-register.ts';
import { imported, line, upload } from './testing/upload.ts';

let server: TestServer;
let administrator: TestPerson;

beforeAll(async () => {
  server = await startTestServer();
  administrator = await addSignedIn(server, '管理 太郎', ['system-administrator']);
});
afterAll(() => server.stop());

const file = line('010000011', '第1病院');

/** The record an import leaves that nobody finished. */
async function leaveRunning(id: string, at: Date): Promise<void> {
  const times = { started_at: at, progress_at: at, finished_at: null };
  const record = { id, started_by: null, state: 'running', bytes_total: null, ...times };
  await asSystem(server.db, (tx) => tx.insertInto('register_import').values(record).execute());
}

test('an import is refused while another one runs', async () => {
  const id = '00000000-0000-4000-8000-00000000000a';
  await leaveRunning(id, new Date());
  const reply = await upload(server, administrator, file);
  expect(reply).toMatchObject({ status: 409, body: { code: 'organisation/import-running', data: { importId: id } } });
  await asSystem(server.db, (tx) =>
    tx.updateTable('register_import').set({ state: 'failed' }).where('id', '=', id).execute(),
  );
});

test.each([
  ['long ago', '2026-04-01T00:00:00Z'],
  ['by a clock that was ahead', '2100-04-01T00:00:00Z'],
])('an import that was cut off with its process %s is told as failed and stands in nobody’s way', async (_, at) => {
  const id = randomUUID();
  await leaveRunning(id, new Date(at));
  const read = await request(server, administrator, { method: 'GET', path: `/register/imports/${id}` });
  expect(read.body).toMatchObject({ state: 'failed', report: null });
  expect((await imported(server, administrator, file)).state).toBe('applied');
});

test('an import is listed, and leaves an event behind', async () => {
  server.clock.now = new Date(server.clock.now.getTime() + 1000);
  const { id } = await imported(server, administrator, file);
  const { body } = await request(server, administrator, { method: 'GET', path: '/register/imports' });
  const listed = (body as { id: string }[]).find((record) => record.id === id);
  expect(listed).toMatchObject({ state: 'applied', fileName: 'list.csv', rowsRead: 1, share: 1 });
  const events = await asSystem(server.db, (tx) =>
    tx.selectFrom('system_event').select(['act', 'actor', 'detail']).where('subject', '=', id).execute(),
  );
  expect(events).toEqual([{ act: 'organisation.register-imported', actor: administrator.id, detail: { rows: 1 } }]);
});

test('an import is not lost because somebody asks at that moment whether one is running', async () => {
  const asked = asSystem(server.db, async (tx) => {
    await takeImportLock(tx);
    await new Promise((resolve) => setTimeout(resolve, 300));
  });
  const importId = randomUUID();
  await leaveRunning(importId, new Date());
  async function* bytes() {
    yield new TextEncoder().encode(file);
  }
  const report = await importRegister(server.db, importId, { file: { bytes: bytes(), size: null } });
  await asked;
  expect(report.outcome).toBe('applied');
});
