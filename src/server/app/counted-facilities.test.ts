import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contract } from '#core/app/contract.ts';
import { inFacility } from '../platform/database/transaction.ts';
import { endpointsOf } from '../platform/http/endpoints.ts';
import { submittedRun } from './testing/assessment-fixtures.ts';
import { type FieldsByReason, shown, suppressed } from './testing/counts/facility-counts.ts';
import { others } from './testing/counts/other-fields.ts';
import { type OutputField, outputFieldsOf } from './testing/counts/output-fields.ts';
import { knownMadeUp } from './testing/made-up-version.ts';
import { type Call, request } from './testing/request.ts';
import { begunRun } from './testing/sheet-fixtures.ts';
import { startTestServer, type TestServer } from './testing/test-server.ts';
import { makeWorld, type TestPerson, type World } from './testing/world.ts';

const endpoints = endpointsOf(contract);
const fields = endpoints.flatMap(outputFieldsOf);
const nameOf = ({ endpoint, at }: OutputField) => `${endpoint} ${at}`;

const listedIn = (reasons: FieldsByReason): readonly string[] =>
  Object.values(reasons).flatMap((byEndpoint) =>
    Object.entries(byEndpoint).flatMap(([endpoint, listed]) => listed.split(' ').map((at) => `${endpoint} ${at}`)),
  );
function covers(listed: string, name: string): boolean {
  if (!listed.endsWith('.**')) return listed === name;
  const above = listed.slice(0, -'.**'.length);
  return name === above || ['.', '['].some((next) => name.startsWith(above + next));
}
const isIn = (reasons: FieldsByReason) => {
  const listed = listedIn(reasons);
  return (field: OutputField) => listed.some((each) => covers(each, nameOf(field)));
};
const tables = [suppressed, shown, ...others];

describe('of all the numbers, lists and documents the contract hands out', () => {
  test('each is known to count facilities or not to, once', () => {
    const known = tables.map(isIn);
    const told = fields.map((field) => ({ field, times: known.filter((isKnown) => isKnown(field)).length }));
    expect(told.filter(({ times }) => times === 0).map(({ field }) => nameOf(field))).toEqual([]);
    expect(told.filter(({ times }) => times > 1).map(({ field }) => nameOf(field))).toEqual([]);
  });

  test('none is listed that is not there', () => {
    const stale = tables.flatMap(listedIn).filter((listed) => !fields.some((field) => covers(listed, nameOf(field))));
    expect(stale).toEqual([]);
  });

  test('whatever reaches beyond one facility or person is listed one by one', () => {
    const far = endpoints.filter(({ access }) => ['organisation', 'system'].includes(access.kind));
    const names = new Set(far.map(({ name }) => name));
    const together = tables.flatMap(listedIn).filter((listed) => listed.endsWith('.**'));
    expect(together.filter((listed) => names.has(listed.split(' ')[0] ?? ''))).toEqual([]);
  });

  test('each number that is said to be suppressed can be hidden', () => {
    const numbers = fields.filter((field) => field.kind === 'number' && isIn(suppressed)(field));
    expect(numbers.length).toBeGreaterThan(0);
    expect(numbers.filter(({ canBeHidden }) => !canBeHidden).map(nameOf)).toEqual([]);
  });
});

/** Everything that stands at a place of an answer; null where what it stands in is. */
function valuesAt(value: unknown, [part, ...deeper]: readonly string[]): readonly unknown[] {
  if (part === undefined || value === null || value === undefined) return [value];
  const all = part === '[]' ? (value as readonly unknown[]) : part === '*' ? Object.values(value) : [];
  const inside = ['[]', '*'].includes(part) ? all : [(value as Readonly<Record<string, unknown>>)[part]];
  return inside.flatMap((each) => valuesAt(each, deeper));
}
const partsOf = (at: string) => at.replaceAll('[]', '.[]').split('.').filter(Boolean);

describe('where few facilities are counted', () => {
  let server: TestServer;
  let world: World;
  beforeAll(async () => {
    server = await startTestServer();
    world = await makeWorld(server);
  });
  afterAll(() => server.stop());

  async function answerOf(by: TestPerson, call: Call): Promise<unknown> {
    const reply = await request(server, by, call);
    expect(reply.status).toBe(200);
    return reply.body;
  }

  /** One member that agreed to be counted only, and one that shows its score and was audited. */
  async function regionOfOne() {
    const { here, elsewhere, network } = world;
    for (const [{ id, people }, shows] of [
      [here, 'count'],
      [elsewhere, 'score'],
    ] as const) {
      const path = `/facilities/${id}/memberships/${network.id}`;
      await answerOf(people['facility-administrator'], { method: 'PUT', path, body: { shows } });
    }
    const audited = { facility_id: elsewhere.id, reported_at: server.clock.now, compared: 10, difference: 0.5 };
    await inFacility(server.db, { facilityId: elsewhere.id, personId: elsewhere.people.auditor.id }, (tx) =>
      tx.insertInto('audited_summary').values(audited).execute(),
    );
    return answerOf(network.people.supporter, { method: 'GET', path: `/organisations/${network.id}/region` });
  }
  const programmeOfTwo = () => {
    const { id, people } = world.prefecture;
    return answerOf(people['programme-officer'], { method: 'GET', path: `/organisations/${id}/programme` });
  };
  const resultAlone = async () => {
    const path = `${await submittedRun(server, world.here, 'planner')}/result`;
    return answerOf(world.here.people.planner, { method: 'GET', path });
  };

  const previewWithOne = async () => {
    await begunRun(server, world.here, 'checklist-institution');
    const path = await knownMadeUp(server, world.administrator, 'checklist-institution');
    return answerOf(world.administrator, { method: 'GET', path: `${path}/R8` });
  };

  test.each([
    ['version.preview', previewWithOne],
    ['region.read', regionOfOne],
    ['programme.read', programmeOfTwo],
    ['assessment.result', resultAlone],
  ])('%s tells none of the numbers that are said to be suppressed', async (endpoint, answer) => {
    const body = await answer();
    const counts = fields.filter(
      (field) => field.endpoint === endpoint && field.kind === 'number' && isIn(suppressed)(field),
    );
    expect(counts.length).toBeGreaterThan(0);
    for (const field of counts) {
      const values = valuesAt(body, partsOf(field.at));
      expect(new Set(values), nameOf(field)).toEqual(new Set([null]));
    }
  });
});
