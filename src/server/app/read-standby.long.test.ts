import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Programme } from '#core/programme/contract.ts';
import type { Region } from '#core/region/contract.ts';
import { connectionOf } from '../platform/database/database-url.ts';
import { migrate } from '../platform/database/migrate.ts';
import { openReplica, type Replica } from '../platform/database/replica.ts';
import { killAll } from '../platform/database/testing/process-tree.ts';
import { type Replicated, startReplicated } from '../platform/database/testing/replicated.ts';
import { withClient } from '../platform/database/with-client.ts';
import { isWithoutConnection } from '../platform/http/contract-errors.ts';
import { request } from './testing/request.ts';
import { begunRun } from './testing/sheet-fixtures.ts';
import { startTestServer, type TestServer } from './testing/test-server.ts';
import { makeWorld, type World } from './testing/world.ts';

const password = 'own';
let database: Replicated;
let replica: Replica;
let server: TestServer;
let world: World;
/** Where each reading was done. */
const places: ('standby' | 'primary')[] = [];

beforeAll(async () => {
  database = await startReplicated(({ owner }) =>
    withClient(owner, (client) => client.query(`create role mamori_app login password '${password}'`)),
  );
  const { owner } = database.primary;
  await migrate({ owner, say: () => undefined });
  const app = connectionOf(database.url({ user: 'mamori_app', password }), 'DATABASE_APP_URL');
  const opened = openReplica(app, isWithoutConnection);
  replica = {
    ...opened,
    read: async (primary, work) => {
      const read = await opened.read(primary, work);
      places.push(read ? 'standby' : 'primary');
      return read;
    },
  };
  const beside = { database: { owner, app, drop: async () => undefined }, clock: { now: new Date() } };
  server = await startTestServer({ replica }, beside as TestServer);
  world = await makeWorld(server);
});
afterAll(async () => {
  await replica.close();
  await server.stop();
  await database.stop();
});

const standby = (statement: string) => withClient(database.standby.superuser, (client) => client.query(statement));
const join = (method: 'PUT' | 'DELETE') =>
  request(server, world.here.people['facility-administrator'], {
    method,
    path: `/facilities/${world.here.id}/memberships/${world.network.id}`,
    ...(method === 'PUT' && { body: {} }),
  });
const region = () =>
  request(server, world.network.people.supporter, {
    method: 'GET',
    path: `/organisations/${world.network.id}/region`,
  });
const seen = async () => ((await region()).body as Region).facilities.map(({ id, stage }) => ({ id, stage }));
const lastPlace = () => places.at(-1);

test('the region and the programme are read from the standby, and what was just saved is seen', async () => {
  await vi.waitUntil(async () => (await region()).status === 200 && lastPlace() === 'standby', {
    timeout: 30_000,
    interval: 500,
  });
  await join('PUT');
  expect(await seen()).toEqual([{ id: world.here.id, stage: 'not-begun' }]);
  await begunRun(server, world.here, 'hospital');
  expect(await seen()).toEqual([{ id: world.here.id, stage: 'open' }]);
  const path = `/organisations/${world.prefecture.id}/programme`;
  const officer = world.prefecture.people['programme-officer'];
  expect((await request(server, officer, { method: 'GET', path })).body as Programme).toMatchObject({ prefecture: 14 });
  expect(places.slice(-3)).toEqual(['standby', 'standby', 'standby']);
});

test('a standby that is behind shows nobody an older state: not what was saved, nor what was ended', async () => {
  await standby('select pg_wal_replay_pause()');
  await join('DELETE');
  expect(await seen()).toEqual([]);
  expect(lastPlace()).toBe('primary');
  const administrator = world.network.people['organisation-administrator'];
  const path = `/organisations/${world.network.id}/members/${world.network.people.supporter.id}`;
  expect(await request(server, administrator, { method: 'DELETE', path })).toMatchObject({ status: 204 });
  expect(await region()).toMatchObject({ status: 404 });
  await standby('select pg_wal_replay_resume()');
});

test('a standby that is gone is done without', async () => {
  killAll(await database.standby.processes());
  const path = `/organisations/${world.otherNetwork.id}/region`;
  const { supporter } = world.otherNetwork.people;
  expect(await request(server, supporter, { method: 'GET', path })).toMatchObject({ status: 200 });
  expect(lastPlace()).toBe('primary');
});
