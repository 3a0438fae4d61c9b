import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AuditView } from '#core/audit/audit.ts';
import type { Risk } from '#core/risk/risk.ts';
import type { Safeguards } from '#core/risk/safeguard.ts';
import type { SuggestionList } from '#core/risk/suggestion-contract.ts';
import { plannedAudit } from '../app/testing/audit-fixtures.ts';
import { request } from '../app/testing/request.ts';
import { answerAll, begunRun } from '../app/testing/sheet-fixtures.ts';
import { startTestServer, type TestServer } from '../app/testing/test-server.ts';
import { makeWorld, type TestPerson, type World } from '../app/testing/world.ts';
import { treatmentEdit } from './testing/risk-edits.ts';

const today = new Date('2026-11-21T03:00:00Z');
let server: TestServer;
let world: World;
beforeAll(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
});
afterAll(() => server.stop());

const call = (by: TestPerson, method: string, path: string, body?: object, at = world.here) =>
  request(server, by, { method, path: `/facilities/${at.id}${path}`, ...(body && { body }) });
const list = async (by = world.here.people.planner) =>
  (await call(by, 'GET', '/suggested-risks')).body as SuggestionList;
const ids = async () => (await list()).suggestions.map(({ id }) => id);
const take = (suggestionId: string) => call(world.here.people.planner, 'POST', '/suggested-risks', { suggestionId });
const pass = (suggestionId: string, passed: boolean) =>
  call(world.here.people.planner, 'PUT', '/suggested-risks', { suggestionId, passed, reason: '使っていない' });

test('before any result only what happened elsewhere speaks, and each incident says who says so', async () => {
  const { suggestions, passed } = await list();
  expect(passed).toEqual([]);
  expect(suggestions.length).toBeGreaterThan(5);
  for (const { reasons, incidents } of suggestions) {
    expect(reasons).toEqual([]);
    expect(incidents.every(({ source }) => source !== '')).toBe(true);
  }
});

test('weak areas of the submitted result bring more, and come first', async () => {
  const { here } = world;
  const person = here.people.planner;
  const before = await ids();
  const runId = await begunRun(server, here, 'hospital', person);
  await answerAll(server, { facility: here, runId, sheetId: 'hospital', person }, () => '1');
  expect(await call(person, 'POST', `/runs/${runId}/submission`)).toMatchObject({ status: 200 });
  const { suggestions } = await list();
  expect(suggestions.length).toBeGreaterThan(before.length);
  expect(suggestions[0]?.reasons[0]).toMatch(/^点検の「.+」が\d\.\d点です/);
  const counts = suggestions.map(({ reasons }) => reasons.length);
  expect(counts).toEqual(counts.toSorted((one, other) => other - one));
});

test('a suggestion is taken once, keeps where it came from, and is not suggested while the risk stands or in that year', async () => {
  const { planner } = world.here.people;
  const taken = await take('backup-lost');
  expect(taken).toMatchObject({ status: 201, body: { suggestionId: 'backup-lost', state: 'unassessed' } });
  expect(await take('backup-lost')).toMatchObject({ status: 409, body: { code: 'risk/no-suggestion' } });
  expect(await take('nothing')).toMatchObject({ status: 409 });
  const { id } = taken.body as Risk;
  await call(planner, 'PUT', `/risks/${id}/closing`, { revision: 1, reason: 'なくなった' });
  expect(await ids()).not.toContain('backup-lost');
  server.clock.now = new Date('2027-04-01T03:00:00Z');
  expect(await ids()).toContain('backup-lost');
  server.clock.now = today;
});

test('one set aside does not come back in the year, can be brought back, and is suggested in the next', async () => {
  expect((await pass('malware', true)).body).toMatchObject({ passed: [{ id: 'malware', reason: '使っていない' }] });
  expect(await ids()).not.toContain('malware');
  expect(await pass('malware', true)).toMatchObject({ status: 409 });
  server.clock.now = new Date('2027-04-01T03:00:00Z');
  expect(await ids()).toContain('malware');
  server.clock.now = today;
  await pass('malware', false);
  expect(await ids()).toContain('malware');
  expect(await call(world.here.people.auditor, 'GET', '/suggested-risks')).toMatchObject({ status: 403 });
});

test('what an audit found and nobody has put right speaks for the risks of its area', async () => {
  const other = await makeWorld(server);
  const { auditor, planner, operator } = other.here.people;
  const own = async (by: TestPerson, method: string, path: string, body?: object) =>
    (await call(by, method, path, body, other.here)).body;
  const team = [{ personId: auditor.id, lead: true, areas: ['S4'] }];
  const { id } = (await own(auditor, 'POST', '/audits', { ...plannedAudit, areas: ['S4'], team })) as AuditView;
  const { runId } = (await own(auditor, 'POST', `/audits/${id}/run`)) as AuditView;
  for (const item of ['S4-1', 'S4-2']) {
    const answer = {
      value: '1',
      note: '古い機器が残る',
      revision: 0,
      conclusion: item === 'S4-1' ? 'major' : 'conformity',
    };
    await own(auditor, 'PUT', `/runs/${runId}/answers/${item}`, answer);
  }
  const { findings } = (await own(auditor, 'POST', `/audits/${id}/report`, { opinion: '急ぐ' })) as AuditView;
  expect(findings).toMatchObject([{ place: { item: { id: 'S4-1' } }, state: 'open' }]);
  const reasons = async (by: TestPerson) =>
    ((await own(by, 'GET', '/suggested-risks')) as SuggestionList).suggestions.flatMap((one) => one.reasons);
  expect((await reasons(operator)).length).toBeGreaterThan(0);
  for (const reason of await reasons(planner)) {
    expect(reason).toMatch(/^監査で「.+」に重大な不適合があり、まだ直っていません：古い機器が残る$/);
  }
});

test('table 4-1 counts the treatments of open risks by line and kind, and says what it cannot place', async () => {
  const { planner, auditor } = world.here.people;
  const { id } = (await take('unpatched')).body as Risk;
  const add = async (part: object) => {
    const { revision } = (await call(planner, 'GET', `/risks/${id}`)).body as Risk;
    return call(planner, 'POST', `/risks/${id}/treatments`, { ...treatmentEdit, revision, ...part });
  };
  await add({});
  await add({ doneOn: '2026-06-01' });
  await add({ kind: 'detective', dueOn: '2026-11-20' });
  await add({ kind: null });
  const read = async () => (await call(auditor, 'GET', '/safeguards')).body as Safeguards;
  const row = ({ rows }: Safeguards) => rows.find((line) => line.id === 'network');
  const seen = await read();
  expect(seen.rows).toHaveLength(13);
  expect(row(seen)).toMatchObject({
    preventive: { done: 1, open: 1, late: 0 },
    detective: { done: 0, open: 1, late: 1 },
  });
  expect(seen.unplaced).toBe(1);
  expect(await add({ lineId: 'roof' })).toMatchObject({ status: 400 });
  const { revision } = (await call(planner, 'GET', `/risks/${id}`)).body as Risk;
  await call(planner, 'PUT', `/risks/${id}/closing`, { revision, reason: 'なくなった' });
  expect(row(await read())).toMatchObject({ preventive: { done: 0, open: 0 } });
});
