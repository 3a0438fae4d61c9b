import type { AnyContractRouter } from '@orpc/contract';
import pino from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contract } from '#core/app/contract.ts';
import { findActor, findTokenActor } from '../identity/index.ts';
import { withClient } from '../platform/database/with-client.ts';
import { type ApiOptions, buildApi } from '../platform/http/api.ts';
import { type Endpoint, endpointsOf } from '../platform/http/endpoints.ts';
import type { EndpointName } from './testing/fixture.ts';
import { fixtures } from './testing/fixtures.ts';
import { holderOf } from './testing/holder.ts';
import { listening, startTestServer, type TestServer } from './testing/test-server.ts';
import { leaksBetweenPeople } from './testing/walk/between-people.ts';
import { carelessContract, carelessRoutes, wrongContract, wrongRoutes } from './testing/walk/careless.ts';
import { leaksOf } from './testing/walk/leaks.ts';
import { aRowOfEach, tableLeaks } from './testing/walk/table-leaks.ts';
import { addTestFacility, makeWorld } from './testing/world.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

type Careless<C extends AnyContractRouter> = Pick<ApiOptions<C>, 'contract' | 'router'>;

/** A server that is careless, on the database of the one on which everything is made ready. */
async function serving<C extends AnyContractRouter, T>(
  served: Careless<C>,
  work: (careless: TestServer) => Promise<T>,
): Promise<T> {
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
  const result = await work({ ...server, url: careless.url });
  careless.server.close();
  return result;
}

function called(name: EndpointName): Endpoint {
  const found = endpointsOf(contract).find((each) => each.name === name);
  if (!found) throw new Error(`the contract has no ${name}`);
  return found;
}

const leaksOfServed = <C extends AnyContractRouter>(name: EndpointName, served: Careless<C>) =>
  serving(served, async (careless) => {
    const world = await makeWorld(server);
    const fixture = fixtures[name];
    const call = await fixture.call(server, world, fixture.as);
    const ready = { server: careless, ground: server, world, endpoint: called(name), fixture, call };
    return leaksOf({ ...ready, person: holderOf(fixture.as, world) });
  });

const careless = { contract: carelessContract, router: carelessRoutes() };
const leaksOfCareless = (name: EndpointName) => leaksOfServed(name, careless);

test('the walk finds a check of membership and right that is missing', async () => {
  const leaks = await leaksOfCareless('identity.members');
  expect(leaks).toContainEqual(expect.stringMatching(/^staff: 200 /));
  expect(leaks).toContainEqual(expect.stringMatching(/^planner of another facility: 200 /));
  expect(leaks).toContainEqual(expect.stringMatching(/^system administrator: 200 /));
});

test.each([
  'a member who was taken out',
  'a supporter let go',
  'a supporter whose agreement is over by its date',
  'supporter of a network that was left',
])('the walk finds that %s still gets in', async (who) => {
  const leaks = await leaksOfCareless('identity.members');
  expect(leaks.filter((leak) => leak.startsWith(`${who}: 200 `))).toHaveLength(1);
});

test('the walk finds an organisation that is told of a facility that has left it', async () => {
  expect(await leaksOfCareless('organisations.facilities')).toContainEqual(
    expect.stringMatching(/^tells of one that has left: .*去った病院/),
  );
});

test('the walk finds a person who may change what is another person’s', async () => {
  const leaks = await serving(careless, async (asked) => {
    const ready = { endpoint: called('passkey.rename'), fixture: fixtures['passkey.rename'] };
    return leaksBetweenPeople({ server: asked, ground: server, world: await makeWorld(server), ...ready });
  });
  expect(leaks).toContainEqual(expect.stringMatching(/^auditor with what is somebody else's: 200 /));
  expect(leaks).toContainEqual(expect.stringMatching(/^facility-administrator changed passkey .*新しい名前/));
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
