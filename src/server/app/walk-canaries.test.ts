import { implement } from '@orpc/server';
import { sql } from 'kysely';
import pino from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { contract } from '#core/app/contract.ts';
import { endpoint, facilityPath } from '#core/kernel/contract.ts';
import { findActor, findTokenActor } from '../identity/index.ts';
import type { Tables } from '../platform/database/tables.ts';
import { withClient } from '../platform/database/with-client.ts';
import { buildApi } from '../platform/http/api.ts';
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
};

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
  });
}

async function leaksOfCareless(name: EndpointName): Promise<readonly string[]> {
  const app = buildApi({
    contract: carelessContract,
    router: carelessRoutes(),
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
  const ready = { server: { ...server, url: careless.url }, world, endpoint: called, fixture, call };
  const leaks = await leaksOf({ ...ready, person: holderOf(fixture.as, world) });
  careless.server.close();
  return leaks;
}

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

test('the walk over the tables finds a policy that lets everybody through', async () => {
  await makeWorld(server);
  const { id } = await addTestFacility(server, { name: '何もない病院' }, []);
  const { rows } = await withClient(server.database.owner, aRowOfEach);
  const leaks = () => withClient(server.database.app, (app) => tableLeaks(app, id, rows));
  expect(await leaks()).toEqual([]);
  await withClient(server.database.owner, (owner) => owner.query('create policy broken on member using (true)'));
  expect(await leaks()).toEqual(['member: read', 'member: change', 'member: add']);
});
