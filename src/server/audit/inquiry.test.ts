import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AuditView } from '#core/audit/audit.ts';
import { askedRequest, concludedAudit, heldAudit } from '../app/testing/audit-fixtures.ts';
import { request } from '../app/testing/request.ts';
import { startTestServer, type TestServer } from '../app/testing/test-server.ts';
import { makeWorld, type TestPerson, type World } from '../app/testing/world.ts';

let server: TestServer;
let world: World;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const call = (by: TestPerson, method: string, path: string, body?: object) =>
  request(server, by, { method, path, ...(body && { body }) });
const asked = { itemId: 'S1', system: '', wanted: '責任者を書いた紙', dueOn: '2026-11-01' };

test('auditors ask somebody by a day, who answers; late is shown, and two who answer at once do not overwrite', async () => {
  world = await makeWorld(server);
  const { auditor, planner, operator, executive } = world.here.people;
  const at = await heldAudit(server, world);
  const asking = { ...asked, ofId: planner.id };
  expect(await call(executive, 'POST', `${at}/requests`, asking)).toMatchObject({ status: 403 });
  expect(await call(auditor, 'POST', `${at}/requests`, { ...asking, itemId: 'X9' })).toMatchObject({ status: 404 });
  const stranger = { ...asking, ofId: world.elsewhere.people.planner.id };
  expect(await call(auditor, 'POST', `${at}/requests`, stranger)).toMatchObject({ body: { code: 'audit/not-member' } });
  const unable = { ...asking, ofId: world.here.people.staff.id };
  expect(await call(auditor, 'POST', `${at}/requests`, unable)).toMatchObject({ body: { code: 'audit/not-able' } });
  const reply = await call(auditor, 'POST', `${at}/requests`, asking);
  expect(reply).toMatchObject({ status: 201, body: { of: { id: planner.id }, late: true, repliedAt: null } });
  const path = `/facilities/${world.here.id}/audit-requests/${(reply.body as { id: string }).id}/reply`;
  expect(await call(planner, 'POST', path, { reply: '加えました', revision: 1 })).toMatchObject({
    status: 200,
    body: { reply: '加えました', late: false },
  });
  expect(await call(operator, 'POST', path, { reply: '別の返事', revision: 1 })).toMatchObject({
    status: 409,
    body: { code: 'audit/request-changed', data: { current: { reply: '加えました' } } },
  });
  expect(((await call(planner, 'GET', at)).body as AuditView).requests).toMatchObject([{ reply: '加えました' }]);
});

test('what executives said is seen by the team alone, also once the audit is reported', async () => {
  world = await makeWorld(server);
  const { auditor, executive, 'facility-administrator': administrator } = world.here.people;
  const at = await concludedAudit(server, world);
  const held = { system: '', withWhom: '院長', heldOn: '2026-11-20', said: '予算が足りない' };
  expect(await call(auditor, 'POST', `${at}/interviews`, { ...held, heldOn: '2026-11-22' })).toMatchObject({
    status: 400,
    body: { data: { faults: [{ field: 'heldOn', code: 'still-to-come' }] } },
  });
  expect(await call(auditor, 'POST', `${at}/interviews`, held)).toMatchObject({ status: 201 });
  await call(auditor, 'POST', `${at}/report`, { opinion: '良い' });
  for (const by of [executive, administrator]) {
    expect(((await call(by, 'GET', at)).body as AuditView).interviews).toEqual([]);
  }
  expect(((await call(auditor, 'GET', at)).body as AuditView).interviews).toMatchObject([held]);
});

test('once reported nobody asks, answers or notes any more', async () => {
  world = await makeWorld(server);
  const { auditor, planner } = world.here.people;
  const path = await askedRequest(server, world);
  const at = await concludedAudit(server, world);
  await call(auditor, 'POST', `${at}/report`, { opinion: '良い' });
  expect(await call(auditor, 'POST', `${at}/requests`, { ...asked, ofId: planner.id })).toMatchObject({
    body: { code: 'audit/reported' },
  });
  expect(await call(planner, 'POST', `${path}/reply`, { reply: '遅れて', revision: 1 })).toMatchObject({ status: 200 });
});
