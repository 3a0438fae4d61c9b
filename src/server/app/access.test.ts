import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contract } from '#core/app/contract.ts';
import type { Role } from '#core/identity/role.ts';
import { sealActivity } from '../platform/activity/seal-activity.ts';
import { asSystem } from '../platform/database/transaction.ts';
import { withClient } from '../platform/database/with-client.ts';
import { type Endpoint, endpointsOf } from '../platform/http/endpoints.ts';
import { submittedRun } from './testing/assessment-fixtures.ts';
import { reportedFinding } from './testing/audit-fixtures.ts';
import type { EndpointName, Fixture } from './testing/fixture.ts';
import { fixtures } from './testing/fixtures.ts';
import { holderOf } from './testing/holder.ts';
import { type Call, type Reply, request } from './testing/request.ts';
import { offered } from './testing/support-fixtures.ts';
import { startTestServer, type TestServer } from './testing/test-server.ts';
import { textFields, withText } from './testing/text-fields.ts';
import { idFields, idsIn, namesAnybody } from './testing/walk/body-keys.ts';
import { leaksOf } from './testing/walk/leaks.ts';
import { permittedRoles } from './testing/walk/outsiders.ts';
import { aRowOfEach, tableLeaks } from './testing/walk/table-leaks.ts';
import { addTestFacility, makeWorld, type TestPerson, type World } from './testing/world.ts';

const japanese = /[ぁ-んァ-ヶ一-龠]/;
const endpoints: ReadonlyMap<string, Endpoint> = new Map(
  endpointsOf(contract).map((endpoint) => [endpoint.name, endpoint]),
);

const root = join(import.meta.dirname, '../../..');

type ApiDocument = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly requestBody?: unknown }>>>>;
};
const document: ApiDocument = JSON.parse(readFileSync(join(root, 'api/openapi.json'), 'utf8'));
const triedIds: string[] = [];

let server: TestServer;
/** One for each endpoint. */
let world: World;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

type Faults = readonly { readonly field: string; readonly code: string; readonly message: string }[];

function faultsOf(reply: Reply): Faults {
  expect(reply).toMatchObject({ status: 400, body: { code: 'input-not-valid' } });
  const { faults } = (reply.body as { data: { faults: Faults } }).data;
  for (const { message } of faults) expect(message).toMatch(japanese);
  return faults;
}

async function expectUnusableText(person: TestPerson | undefined, call: Call): Promise<void> {
  const fields = textFields(call.body);
  for (const text of fields.length > 0 ? ['a\u0000b', '\ud83d'] : []) {
    const faults = faultsOf(await request(server, person, { ...call, body: withText(call.body, text) }));
    expect(faults.map(({ field }) => field).toSorted(), text).toEqual(fields.toSorted());
    expect(new Set(faults.map(({ code }) => code))).toEqual(new Set(['character-not-usable']));
  }
  if (!call.path.includes('?')) return;
  const [fault] = faultsOf(await request(server, person, { ...call, path: `${call.path}%00` }));
  expect(fault).toMatchObject({ code: 'character-not-usable' });
}

/** Whatever no endpoint names is refused by name, in the query and in the body. */
async function expectUnknownRefused(person: TestPerson | undefined, call: Call): Promise<void> {
  const withQuery = { ...call, path: `${call.path}${call.path.includes('?') ? '&' : '?'}stray=1` };
  const withField = call.body !== undefined && { ...call, body: { ...(call.body as object), stray: 1 } };
  for (const asked of withField ? [withQuery, withField] : [withQuery]) {
    const faults = faultsOf(await request(server, person, asked));
    expect(faults).toEqual([
      {
        field: expect.stringMatching(/^(query\.)?stray$/),
        code: 'not-known',
        message: expect.stringContaining('「stray」'),
      },
    ]);
  }
}

function expectFine(reply: Reply, who: string): void {
  expect({ who, status: reply.status, body: reply.status < 300 ? 'fine' : reply.body, errors: server.errors }).toEqual({
    who,
    status: expect.toSatisfy((status: number) => status >= 200 && status < 300),
    body: 'fine',
    errors: [],
  });
}

test('the dangerous acts are those that ask for a step-up', () => {
  const asking = [...endpoints.values()].filter(({ access }) => access.kind !== 'public' && access.stepUp);
  expect(asking.map(({ name }) => name).toSorted()).toEqual([
    'accessToken.make',
    'account.beginRenewal',
    'account.confirmRenewal',
    'account.endOtherSessions',
    'account.endSession',
    'account.issueAdministratorResetLink',
    'account.issueResetLink',
    'account.makeRecoveryCodes',
    'activity.export',
    'assessment.reopen',
    'compliance.inspectionSize',
    'compliance.inspectionZip',
    'form.publish',
    'identity.changeRoles',
    'identity.enrolSecondFactor',
    'identity.invite',
    'identity.inviteFirst',
    'identity.removeMember',
    'leaving.announce',
    'leaving.record',
    'leaving.recordSize',
    'organisations.changeRoles',
    'organisations.invite',
    'organisations.inviteFirst',
    'organisations.removeMember',
    'ownRecord.download',
    'ownRecord.erase',
    'passkey.beginRegistration',
    'passkey.remove',
    'sso.addGroup',
    'sso.end',
    'sso.link',
    'sso.open',
    'sso.removeGroup',
    'sso.save',
    'sso.unlink',
    'support.accept',
    'support.offer',
    'version.adopt',
    'webhook.edit',
    'webhook.make',
    'webhook.rollSecret',
  ]);
});

async function withOwnFacility(role: Role): Promise<World> {
  return { ...world, here: await addTestFacility(server, { name: `${role}の病院` }) };
}

describe.each(Object.entries(fixtures) as [EndpointName, Fixture][])('%s', (name, fixture) => {
  test('answers every role that may, and refuses everybody else', async () => {
    const endpoint = endpoints.get(name);
    if (!endpoint) throw new Error(`the contract has no ${name}`);
    const { access } = endpoint;
    world = await makeWorld(server);
    const person = fixture.person ? await fixture.person(server, world) : holderOf(fixture.as, world);
    const call = await fixture.call(server, world, fixture.as);
    for (const { at } of idsIn(call.body)) triedIds.push(`${name} ${at.findLast((key) => !/^\d+$/.test(key))}`);
    expect(await leaksOf({ server, world, endpoint, fixture, call, person })).toEqual([]);
    await expectUnusableText(person, call);
    await expectUnknownRefused(person, call);
    if (fixture.wrong) {
      const faults = faultsOf(await request(server, person, { ...call, body: fixture.wrong.body }));
      expect(faults.map(({ field }) => field)).toEqual(expect.arrayContaining([...fixture.wrong.fields]));
    }
    expectFine(await request(server, person, call), fixture.as);
    for (const role of permittedRoles(access).filter((each) => each !== fixture.as)) {
      const own = access.kind === 'organisation' ? await makeWorld(server) : await withOwnFacility(role);
      expectFine(await request(server, holderOf(role, own), await fixture.call(server, own, role)), role);
    }
  });
});

test('every id a body may hold was tried with the id of a neighbour', () => {
  const taken = [...endpoints.values()].flatMap(({ name, method, path }) => {
    const body = document.paths[path]?.[method.toLowerCase()]?.requestBody;
    return idFields(body).map((field) => `${name} ${field}`);
  });
  expect(new Set(triedIds)).toEqual(new Set(taken));
  for (const [id, { provedBy }] of Object.entries(namesAnybody)) {
    expect(triedIds).toContain(id);
    expect(existsSync(join(root, provedBy)), `what proves ${id}`).toBe(true);
  }
});

test('no table shows a row of another facility, or takes one, after everything was called', async () => {
  const { id } = await addTestFacility(server, { name: '何もない病院' }, []);
  await offered(server, world);
  // An audit of what was claimed: only then is there something to compare.
  await submittedRun(server, world.here, 'planner');
  await reportedFinding(server, world);
  const supported = { method: 'GET', path: `/facilities/${world.here.id}/runs` };
  expectFine(await request(server, world.network.people.supporter, supported), 'supporter');
  await sealActivity(server.db, new Date());
  const { rows, empty } = await withClient(server.database.owner, aRowOfEach);
  expect(empty).toEqual([]);
  expect(await withClient(server.database.app, (app) => tableLeaks(app, id, rows))).toEqual([]);
});

test('every act above the facilities names who did it, after everything was called, unless nobody was signed in', async () => {
  const acts = await asSystem(server.db, (tx) =>
    tx.selectFrom('system_event').select(['act', 'actor']).distinct().execute(),
  );
  expect(acts.filter(({ actor }) => actor !== null).length).toBeGreaterThan(0);
  const nameless = new Set(acts.flatMap(({ act, actor }) => (actor === null ? [act] : [])));
  expect([...nameless].filter((act) => act !== 'identity.sign-in-tried')).toEqual([]);
});
