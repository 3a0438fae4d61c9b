import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contract } from '#core/app/contract.ts';
import { Stage } from '../identity/testing/stage.ts';
import { endpointsOf } from '../platform/http/endpoints.ts';
import type { EndpointName } from './testing/fixture.ts';
import { fixtures } from './testing/fixtures.ts';
import { holderOf } from './testing/holder.ts';
import { type Call, type Reply, request } from './testing/request.ts';
import { begunRun } from './testing/sheet-fixtures.ts';
import type { TestServer } from './testing/test-server.ts';
import { addMember, addSignedIn, makeWorld, type TestPerson, type World } from './testing/world.ts';

let stage: Stage;
let server: TestServer;
beforeAll(async () => {
  stage = await Stage.open();
  server = stage.server;
});
afterAll(() => stage.server.stop());

const told = ({ status, body }: Reply) => ({ status, body });
const codeOf = ({ body }: Reply) => (body as { code?: string }).code;
const rolesOf = async (browser: TestPerson) =>
  ((await request(server, browser, { method: 'GET', path: '/session' })).body as { facilities: { roles: string[] }[] })
    .facilities;

describe('privilege escalation when making a user', () => {
  const raised = [
    { systemRoles: ['system-administrator'] },
    { system_roles: ['system-administrator'] },
    { roles: ['facility-administrator'] },
    { secondFactor: true },
    { personId: randomUUID() },
  ];

  test.each(raised)('nobody gives themselves more while accepting an invitation: %j', async (more) => {
    const token = await stage.invited(['staff']);
    const body = {
      token,
      name: '山田 花子',
      email: `${randomUUID()}@example.jp`,
      password: 'とても長いことばを選ぶ人',
    };
    const refused = await stage.post(undefined, '/invitation/acceptance', { ...body, ...more });
    expect(told(refused)).toMatchObject({ status: 400, body: { code: 'input-not-valid' } });
    expect((await stage.post(undefined, '/invitation', { token })).body).toMatchObject({ roles: ['staff'] });
  });

  test('a prototype named in the body raises nobody', async () => {
    const token = await stage.invited(['staff']);
    const email = `${randomUUID()}@example.jp`;
    const text = `{"token":"${token}","name":"山田","email":"${email}","password":"とても長いことばを選ぶ人",
      "__proto__":{"systemRoles":["system-administrator"]},"constructor":{"prototype":{"roles":["executive"]}}}`;
    const reply = await fetch(`${server.url}/api/v1/invitation/acceptance`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: text,
    });
    expect(reply.status).toBe(400);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  test('an invitation carries no role above the facility, and only the administrator gives any', async () => {
    const { here } = stage.world;
    const path = `/facilities/${here.id}/invitations`;
    const ask = (by: TestPerson, roles: readonly string[]) => stage.post(by, path, { name: '次の人', roles });
    expect(codeOf(await ask(here.people['facility-administrator'], ['system-administrator']))).toBe('input-not-valid');
    for (const [role, person] of Object.entries(here.people).filter(([held]) => held !== 'facility-administrator'))
      expect(codeOf(await ask(person, ['staff'])), role).toBe('not-allowed');
  });

  test('nobody but the administrator changes roles, not even the own ones', async () => {
    const { here } = stage.world;
    for (const [role, person] of Object.entries(here.people).filter(([held]) => held !== 'facility-administrator')) {
      const path = `/facilities/${here.id}/members/${person.id}`;
      const reply = await request(server, person, { method: 'PUT', path, body: { roles: ['facility-administrator'] } });
      expect(codeOf(reply), role).toBe('not-allowed');
      expect((await rolesOf(person)).map(({ roles }) => roles)).toEqual([[role]]);
    }
  });
});

const uuids = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
const withIds = (call: Call, ids: ReadonlyMap<string, string>): Call =>
  JSON.parse(JSON.stringify(call).replace(uuids, (id) => ids.get(id) ?? id));

const ofFacility = endpointsOf(contract).filter(({ access }) => access.kind === 'facility');
/** Organisations are the same for every facility: each may let them in. */
const anybodys = ({ network }: World) => [network.id];
const ids = ({ path, body }: Call) => [...`${path} ${JSON.stringify(body ?? '')}`.matchAll(uuids)].map(([id]) => id);

describe.each(ofFacility.map(({ name }) => name as EndpointName))(
  'reading across tenants by a global id: %s',
  (name) => {
    test('what belongs to another facility is answered like what nobody has', async () => {
      const { as, call: callOf } = fixtures[name];
      const world = await makeWorld(server);
      const person = holderOf(as, { ...world, here: world.elsewhere });
      const { bytes, ...call } = await callOf(server, world, as);
      const inner = ids(call).filter((id) => ![world.here.id, ...anybodys(world)].includes(id));
      const made = new Map(inner.map((id) => [id, randomUUID()]));
      const door = [world.here.id, world.elsewhere.id] as const;
      const foreign = await request(server, person, { ...withIds(call, new Map([door])), ...(bytes && { bytes }) });
      const unknown = await request(server, person, {
        ...withIds(call, new Map([door, ...made])),
        ...(bytes && { bytes }),
      });
      if (inner.length > 0) expect(told(foreign)).toEqual(told(unknown));
      const nowhere = await request(server, person, {
        ...withIds(call, new Map([[world.here.id, randomUUID()]])),
        ...(bytes && { bytes }),
      });
      const closed = await request(server, person, { ...call, ...(bytes && { bytes }) });
      expect(told(closed)).toEqual(told(nowhere));
      expect(closed.status).toBe(404);
    });
  },
);

test('reading across tenants by a global id in the query: a filter of the log finds nothing of others', async () => {
  const { here, elsewhere } = stage.world;
  await begunRun(server, elsewhere);
  const listed = (query: string) =>
    request(server, here.people.auditor, { method: 'GET', path: `/facilities/${here.id}/activity?${query}` });
  for (const field of ['personId', 'subject', 'after']) {
    const foreign = await listed(`${field}=${elsewhere.people.planner.id}`);
    expect(told(foreign), field).toEqual(told(await listed(`${field}=${randomUUID()}`)));
  }
});

describe('acting on an approval not bound to the caller', () => {
  test('an executive neither reads, answers, submits nor reopens the run of another executive', async () => {
    const { here } = stage.world;
    const other = await addSignedIn(server, 'ほかの経営者');
    await addMember(server, here.id, other.id, ['executive', 'safety-manager']);
    const own = await begunRun(server, here, 'executive', here.people.executive);
    const acts = (run: string): readonly Call[] => [
      { method: 'GET', path: `/facilities/${here.id}/runs/${run}` },
      { method: 'GET', path: `/facilities/${here.id}/runs/${run}/result` },
      { method: 'GET', path: `/facilities/${here.id}/runs/${run}/answers.csv` },
      {
        method: 'PUT',
        path: `/facilities/${here.id}/runs/${run}/answers/E1-1`,
        body: { value: '3', note: '', revision: 0 },
      },
      { method: 'POST', path: `/facilities/${here.id}/runs/${run}/submission` },
      { method: 'POST', path: `/facilities/${here.id}/runs/${run}/reopening`, body: { reason: '直すため' } },
    ];
    const nowhere = acts(randomUUID());
    for (const [index, call] of acts(own).entries()) {
      const reply = await request(server, other, call);
      const unknown = await request(server, other, nowhere[index] ?? call);
      expect(told(reply), `${call.method} ${call.path}`).toEqual(told(unknown));
      expect(reply.status).toBe(404);
    }
  });

  test('an invitation makes a member of who takes it, of nobody named besides, and once', async () => {
    const { elsewhere, here } = stage.world;
    const token = await stage.invited(['operator'], elsewhere);
    const [caller, named] = [here.people.staff, here.people.auditor];
    for (const more of [{ personId: named.id }, { facilityId: here.id }, { roles: ['executive'] }])
      expect(codeOf(await stage.post(caller, '/invitation/joining', { token, ...more }))).toBe('input-not-valid');
    expect((await stage.post(caller, '/invitation/joining', { token })).status).toBe(200);
    expect(await rolesOf(named)).toHaveLength(1);
    expect(codeOf(await stage.post(named, '/invitation/joining', { token }))).toBe('identity/link-not-usable');
  });
});

describe('foreign keys into another tenant', () => {
  test('a body that names a person of another facility is answered like one that names nobody', async () => {
    const { here, elsewhere } = stage.world;
    const path = `/facilities/${here.id}/runs/${await begunRun(server, here)}/areas/S1/assignment`;
    const assign = (personId: string) =>
      request(server, here.people.planner, { method: 'PUT', path, body: { personId } });
    expect(told(await assign(elsewhere.people.staff.id))).toEqual(told(await assign(randomUUID())));
  });
});
