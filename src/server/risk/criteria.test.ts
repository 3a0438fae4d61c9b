import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Criteria, proposedCriteria } from '#core/risk/criteria.ts';
import type { Risk, RiskLine } from '#core/risk/risk.ts';
import { request } from '../app/testing/request.ts';
import { startTestServer, type TestServer } from '../app/testing/test-server.ts';
import { makeWorld, type TestPerson, type World } from '../app/testing/world.ts';
import { estimateEdit, riskEdit } from './testing/risk-edits.ts';

let server: TestServer;
let world: World;
beforeAll(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
});
afterAll(() => server.stop());

const call = (by: TestPerson, method: string, path: string, body?: object, at = world.here) =>
  request(server, by, { method, path: `/facilities/${at.id}${path}`, ...(body && { body }) });
const read = async (id: string) => (await call(world.here.people.auditor, 'GET', `/risks/${id}`)).body as Risk;
const { revision: _, ...proposed } = proposedCriteria;
const set = (part: object, by = world.here.people.executive) =>
  call(by, 'PUT', '/risk-criteria', { ...proposed, revision: 0, marksEstimates: false, ...part });
type Seen = { readonly criteria: Criteria; readonly estimated: number };
const seen = async () => (await call(world.here.people.auditor, 'GET', '/risk-criteria')).body as Seen;
async function estimated(part: object = {}): Promise<Risk> {
  const { planner } = world.here.people;
  const { id } = (await call(planner, 'POST', '/risks', riskEdit)).body as Risk;
  const body = { revision: 1, criteriaRevision: (await seen()).criteria.revision, ...estimateEdit, ...part };
  return (await call(planner, 'PUT', `/risks/${id}/estimate`, body)).body as Risk;
}
const short = proposed.likelihood.filter((_level, index) => index !== 1 && index !== 3);

test('before anybody has set them the facility has what the product proposes', async () => {
  expect(await seen()).toEqual({ criteria: proposedCriteria, estimated: 0 });
});

test('boundaries move the bands alone: no estimate changes, none is marked', async () => {
  const risk = await estimated();
  expect((await set({ attentionFrom: 4, urgentFrom: 20 })).body).toMatchObject({
    criteria: { attentionFrom: 4, revision: 1 },
    estimated: 1,
  });
  expect(await read(risk.id)).toEqual(risk);
});

test('words alone change no estimate, and mark them only where they mean something else now', async () => {
  const risk = await estimated();
  const likelihood = proposed.likelihood.map((level, index) =>
    index === 0 ? { ...level, title: 'めったにない' } : level,
  );
  await set({ revision: 1, likelihood });
  expect(await read(risk.id)).toEqual(risk);
  await set({ revision: 2, likelihood, marksEstimates: true });
  expect(await read(risk.id)).toEqual({ ...risk, toReview: true, revision: risk.revision + 1 });
  const listed = async (query: string) => {
    const { body } = await call(world.here.people.auditor, 'GET', `/risks?basis=before${query}`);
    return (body as { risks: RiskLine[] }).risks.map(({ id }) => id);
  };
  const fresh = await estimated();
  expect(await listed('')).toContain(fresh.id);
  expect(await listed('&review=waiting')).toContain(risk.id);
  expect(await listed('&review=waiting')).not.toContain(fresh.id);
});

test('another number of levels takes every estimate along, what remains and what was accepted too, and marks it', async () => {
  const { planner } = world.here.people;
  const risk = await estimated({ likelihood: 4, impact: 5, after: { likelihood: 3, impact: 4 } });
  const asking = { revision: risk.revision, reason: '更新まで', until: '2026-12-31' };
  await call(planner, 'POST', `/risks/${risk.id}/acceptance`, asking);
  expect((await set({ revision: 3, likelihood: short, urgentFrom: 12 })).status).toBe(200);
  expect(await read(risk.id)).toMatchObject({
    estimate: { likelihood: 3, impact: 5 },
    after: { likelihood: 2, impact: 4 },
    level: 15,
    levelAfter: 8,
    toReview: true,
    state: 'asked',
    acceptance: { level: 8 },
  });
  const stale = { revision: (await read(risk.id)).revision, criteriaRevision: 3, ...estimateEdit };
  expect(await call(planner, 'PUT', `/risks/${risk.id}/estimate`, stale)).toMatchObject({
    status: 409,
    body: { code: 'risk/criteria-changed' },
  });
  const looked = { ...stale, criteriaRevision: 4, likelihood: 3, after: null };
  expect((await call(planner, 'PUT', `/risks/${risk.id}/estimate`, looked)).body).toMatchObject({ toReview: false });
  const off = { ...looked, revision: (await read(risk.id)).revision, likelihood: 4 };
  expect(await call(planner, 'PUT', `/risks/${risk.id}/estimate`, off)).toMatchObject({ status: 400 });
});

test('wrong criteria are refused by their fields, late ones with what stands, and others may not set them', async () => {
  expect(await set({ revision: 4, attentionFrom: 25, urgentFrom: 25 })).toMatchObject({
    status: 400,
    body: { data: { faults: [{ field: 'urgentFrom' }] } },
  });
  expect(await set({ revision: 1 })).toMatchObject({
    status: 409,
    body: { code: 'risk/criteria-edited', data: { current: { criteria: { revision: 4 } } } },
  });
  expect(await set({ revision: 4 }, world.here.people.operator)).toMatchObject({ status: 403 });
  const { elsewhere } = world;
  const theirs = await call(elsewhere.people.planner, 'GET', '/risk-criteria', undefined, elsewhere);
  expect(theirs.body).toEqual({ criteria: proposedCriteria, estimated: 0 });
});
