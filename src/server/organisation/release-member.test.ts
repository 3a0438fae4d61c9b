import { afterAll, beforeAll, expect, test } from 'vitest';
import { request } from '../app/testing/request.ts';
import { startTestServer, type TestServer } from '../app/testing/test-server.ts';
import { makeWorld, type World } from '../app/testing/world.ts';

let server: TestServer;
let world: World;
beforeAll(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
});
afterAll(() => server.stop());

test('who proposed and ended a membership stands by name in the log of the facility, also once it is gone', async () => {
  const { here, network } = world;
  const administrator = network.people['organisation-administrator'];
  const path = `/organisations/${network.id}/facilities`;
  const proposed = await request(server, administrator, { method: 'POST', path, body: { memberId: here.id } });
  expect(proposed.status).toBeLessThan(300);
  const released = await request(server, administrator, { method: 'DELETE', path: `${path}/${here.id}` });
  expect(released.status).toBeLessThan(300);
  const log = await request(server, here.people.auditor, { method: 'GET', path: `/facilities/${here.id}/activity` });
  const { entries } = log.body as { entries: { act: string; person: { name: string } | null }[] };
  const above = entries.filter(({ act }) => act.startsWith('organisation.'));
  expect(above.map(({ act, person }) => [act, person?.name]).toSorted()).toEqual([
    ['organisation.left', administrator.name],
    ['organisation.proposed', administrator.name],
  ]);
});
