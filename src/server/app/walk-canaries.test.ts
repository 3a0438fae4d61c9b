import type { AnyContractRouter } from '@orpc/contract';
import { implement } from '@orpc/server';
import { type Kysely, sql } from 'kysely';
import pino from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { contract } from '#core/app/contract.ts';
import { endpoint, facilityPath } from '#core/kernel/contract.ts';
import { findActor, findTokenActor } from '../identity/index.ts';
import type { Tables } from '../platform/database/tables.ts';
import { withClient } from '../platform/database/with-client.ts';
import { type ApiOptions, buildApi } from '../platform/http/api.ts';
import type { RequestContext } from '../platform/http/context.ts';
import { endpointsOf } from '../platform/http/endpoints.ts';
import type { EndpointName } from './testing/fixture.ts';
import { fixtures } from './testing/fixtures.ts';
import { holderOf } from './testing/holder.ts';
import { listening, startTestServer, type TestServer } from './testing/test-server.ts';
import { leaksOf } from './testing/walk/leaks.ts';
import { aRowOfEach, tableLeaks } from './testing/walk/table-leaks.ts';
import { addTestFacility, makeWorld } from './testing/world.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const carelessContract = {
  members: endpoint
    .meta({ access: { kind: 'person' } })
    .route({ method: 'GET', path: '/facilities/{facilityId}/members' })
    .input(facilityPath)
    .output(z.array(z.unknown())),
  assign: endpoint
    .meta({ access: { kind: 'facility', permission: 'sheet.assign' } })
    .route({ method: 'PUT', path: '/facilities/{facilityId}/runs/{runId}/areas/{areaId}/assignment' })
    .input(facilityPath.extend({ runId: z.uuid(), areaId: z.string(), personId: z.uuid() }))
    .output(z.object({ personId: z.uuid() })),
  activity: endpoint
    .meta({ access: { kind: 'facility', permission: 'activity.read' } })
    .route({ method: 'GET', path: '/facilities/{facilityId}/activity' })
    .input(facilityPath.extend({ personId: z.uuid().optional() }))
    .output(z.array(z.unknown())),
};

/** What was done in the facilities of that person, whichever they are. */
const whereverThey = (db: Kysely<Tables>, personId: string | undefined) =>
  db.transaction().execute(async (tx) => {
    await sql`select set_config('app.facility_id', facility_id::text, true) from held_anywhere(${personId})`.execute(
      tx,
    );
    return tx.withTables<Pick<Tables, 'activity'>>().selectFrom('activity').select('id').execute();
  });

/** Asks nobody who they are at the facility of the path, and believes every id it is sent. */
function carelessRoutes() {
  const os = implement(carelessContract).$context<RequestContext>();
  return os.router({
    members: os.members.handler(({ context, input }) =>
      context.db.transaction().execute(async (tx) => {
        await sql`select set_config('app.facility_id', ${input.facilityId}, true)`.execute(tx);
        return tx.withTables<Pick<Tables, 'member'>>().selectFrom('member').select('person_id').execute();
      }),
    ),
    assign: os.assign.handler(({ input }) => ({ personId: input.personId })),
    activity: os.activity.handler(({ context, input }) => whereverThey(context.db, input.personId)),
  });
}

const wrongContract = {
  members: endpoint
    .meta({ access: { kind: 'facility', permission: 'result.read' } })
    .route({ method: 'GET', path: '/facilities/{facilityId}/members' })
    .input(facilityPath)
    .output(z.array(z.unknown())),
};

/** Lets in the same roles of the facility as it should, and supporters who were to see results. */
function wrongRoutes() {
  const os = implement(wrongContract).$context<RequestContext>();
  return os.router({ members: os.members.handler(({ context }) => context.inFacility(async () => [])) });
}

type Careless<C extends AnyContractRouter> = Pick<ApiOptions<C>, 'contract' | 'router'>;

async function leaksOfServed<C extends AnyContractRouter>(name: EndpointName, served: Careless<C>) {
  const app = buildApi({
    ...served,
    db: server.db,
    findActor,
    findTokenActor,
    cookie: { name: 'mamori', secure: false },
    addressOf: () => '',
    now: () => server.clock.now,
    log: pino({ level: 'silent' }),
  });
  const careless = await listening(app);
  const world = await makeWorld(server);
  const fixture = fixtures[name];
  const called = endpointsOf(contract).find((each) => each.name === name);
  if (!called) throw new Error(`the contract has no ${name}`);
  const call = await fixture.call(server, world, fixture.as);
  const ready = { server: { ...server, url: careless.url }, ground: server, world, endpoint: called, fixture, call };
  const leaks = await leaksOf({ ...ready, person: holderOf(fixture.as, world) });
  careless.server.close();
  return leaks;
}

const leaksOfCareless = (name: EndpointName) =>
  leaksOfServed(name, { contract: carelessContract, router: carelessRoutes() });

test('the walk finds a check of membership and right that is missing', async () => {
  const leaks = await leaksOfCareless('identity.members');
  expect(leaks).toContainEqual(expect.stringMatching(/^staff: 200 /));
  expect(leaks).toContainEqual(expect.stringMatching(/^planner of another facility: 200 /));
  expect(leaks).toContainEqual(expect.stringMatching(/^system administrator: 200 /));
});

test('the walk finds an id of another facility that is taken from a body', async () => {
  expect(await leaksOfCareless('sheet.assign')).toContainEqual(
    expect.stringMatching(/^personId of another facility: 200 /),
  );
});

test('the walk finds an id of another facility that is taken from a query', async () => {
  expect(await leaksOfCareless('activity.list')).toContainEqual(
    expect.stringMatching(/^personId of another facility: 200 /),
  );
});

test('the walk finds a permission that lets in supporters whose agreement does not say so', async () => {
  const leaks = await leaksOfServed('identity.members', { contract: wrongContract, router: wrongRoutes() });
  const byPeople = leaks.filter((leak) => !leak.includes('a key of'));
  expect(byPeople).toEqual([expect.stringMatching(/^a supporter let in to .*support-result.*: 200 /)]);
});

test('the walk over the tables finds a policy that lets everybody through', async () => {
  await makeWorld(server);
  const { id } = await addTestFacility(server, { name: '何もない病院' }, []);
  const { rows } = await withClient(server.database.owner, aRowOfEach);
  const leaks = () => withClient(server.database.app, (app) => tableLeaks(app, id, rows));
  expect(await leaks()).toEqual([]);
  await withClient(server.database.owner, (owner) => owner.query('create policy broken on member using (true)'));
  expect(await leaks()).toEqual(['member: read', 'member: change', 'member: add']);
});
