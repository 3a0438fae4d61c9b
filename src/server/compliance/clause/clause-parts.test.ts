import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ClauseRegister } from '#core/compliance/clause/clause-record.ts';
import { request } from '../../app/testing/request.ts';
import { startTestServer, type TestServer } from '../../app/testing/test-server.ts';
import { makeWorld, type TestPerson, type World } from '../../app/testing/world.ts';

let server: TestServer;
let world: World;
beforeAll(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
});
afterAll(() => server.stop());

const call = (by: TestPerson, method: string, path: string, body?: object, at = world.here) =>
  request(server, by, { method, path: `/facilities/${at.id}${path}`, ...(body && { body }) });
const register = async (by: TestPerson) => (await call(by, 'GET', '/clauses')).body as ClauseRegister;
const all = ({ parts }: ClauseRegister) => parts.flatMap(({ clauses }) => clauses);

test('what is not for a facility is told with its reason, by its system type and its contracts, and nothing that is not verified', async () => {
  const { elsewhere } = world;
  const { planner } = elsewhere.people;
  const profile = async () =>
    (await call(planner, 'GET', '/profile', undefined, elsewhere)).body as { revision: number };
  const said = (body: object) => call(planner, 'PUT', '/sheet-choice', body, elsewhere);
  const scopes = async () => {
    const { facility, parts } = (await call(planner, 'GET', '/clauses', undefined, elsewhere)).body as ClauseRegister;
    const of = (applies: string) =>
      parts.flatMap(({ clauses }) => clauses.filter(({ scope }) => scope.applies === applies).map(({ id }) => id));
    return { facility, of };
  };
  expect((await scopes()).of('yes')).toHaveLength(52 + 16 + 18);
  const { revision } = await profile();
  const edited = { type: 'hospital', beds: 120, functions: [], ehr: 'cloud', systemStaff: true, revision };
  expect(await call(planner, 'PUT', '/profile', edited, elsewhere)).toMatchObject({ status: 200 });
  expect(await said({ ownServers: 'no', appOnPc: 'no', updatesEntrusted: 'no' })).toMatchObject({ status: 200 });
  const cloud = await scopes();
  expect(cloud.facility).toEqual({ systemType: 'Ⅱ', deemed: 'does-not-apply' });
  expect(cloud.of('no')).toEqual(['OPS6-05', 'OPS6-13', 'OPS6-17']);
  expect(cloud.of('partly')).toEqual(['OPS6-12']);
  expect(cloud.of('to-check')).toEqual(['PLN6-04', 'PLN6-05', 'PLN6-15', 'OPS6-09', 'OPS6-10', 'OPS6-15', 'OPS6-16']);
  await said({ ownServers: 'no', appOnPc: 'no', updatesEntrusted: 'yes' });
  const deemed = await scopes();
  expect(deemed.of('to-check')).toHaveLength(52 + 16 + 18);
});

test('the part for 保守委託機関 stands first where it may apply, with its sources and nothing told as checked, and nowhere else', async () => {
  const { elsewhere, here } = world;
  const { planner, executive } = elsewhere.people;
  const said = (updatesEntrusted: string, ownServers = 'no') =>
    call(planner, 'PUT', '/sheet-choice', { ownServers, appOnPc: 'no', updatesEntrusted }, elsewhere);
  const parts = async () =>
    ((await call(planner, 'GET', '/clauses', undefined, elsewhere)).body as ClauseRegister).parts.map(
      ({ guideline, clauses }) => ({ id: guideline.id, clauses }),
    );
  expect(all(await register(here.people.planner)).some(({ id }) => id.startsWith('ENT'))).toBe(false);
  await said('yes');
  const [entrusted, ...others] = await parts();
  expect(others.map(({ id }) => id)).toEqual(['GOV7', 'PLN6', 'OPS6']);
  expect(entrusted?.clauses.map(({ id, label, scope }) => [id, label, scope.applies])).toEqual([
    ['ENT7-00', '図1', 'yes'],
    ['ENT7-09-04', '9④', 'yes'],
    ['ENT7-09-05', '9⑤', 'no'],
    ['ENT7-10', '10章', 'yes'],
  ]);
  for (const { certainty, source } of entrusted?.clauses ?? []) {
    expect(certainty).toBe('secondary');
    expect(source).toMatch(/^第7\.0版 保守委託機関編 (図1|9章④|9章⑤|10章)/);
  }
  await said('yes', 'yes');
  expect((await parts())[0]?.clauses.every(({ scope }) => scope.applies === 'yes')).toBe(true);
  const at = { clauseId: 'ENT7-09-04', step: 'instructed', note: '', after: 0 };
  expect(await call(executive, 'POST', '/clause-steps', at, elsewhere)).toMatchObject({ status: 201 });
  await said('unclear', 'yes');
  const after = await parts();
  expect(after.map(({ id }) => id)).toEqual(['GOV7', 'PLN6', 'OPS6', 'ENT7']);
  expect(after.at(-1)?.clauses.every(({ scope }) => scope.applies === 'no')).toBe(true);
});
