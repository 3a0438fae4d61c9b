import { withClient } from '../../../platform/database/with-client.ts';
import { request } from '../request.ts';
import { handedRun } from '../sheet-fixtures.ts';
import { offered } from '../support-fixtures.ts';
import type { TestServer } from '../test-server.ts';
import type { World } from '../world.ts';
import { idsIn } from './body-keys.ts';
import { rowsOf } from './table-leaks.ts';

/** In the facility a run is begun, handed on and looked at by a supporter, each with its line in the log. */
async function lived(server: TestServer, world: World): Promise<void> {
  await handedRun(server, world);
  await offered(server, world);
  const path = `/facilities/${world.here.id}/runs`;
  const { status } = await request(server, world.network.people.supporter, { method: 'GET', path });
  if (status !== 200) throw new Error(`no supporter came in to the neighbour: ${status}`);
}

/** Every id that stands in a row of the neighbour, and in none of the facility here. */
export async function idsOfNeighbour(server: TestServer, world: World): Promise<readonly string[]> {
  const { here, elsewhere, otherNetwork } = world;
  await lived(server, { ...world, here: elsewhere, elsewhere: here, network: otherNetwork });
  const [own, theirs] = await withClient(server.database.owner, async (owner) => [
    idsIn(await rowsOf(owner, here.id)).map(({ id }) => id),
    idsIn(await rowsOf(owner, elsewhere.id)).map(({ id }) => id),
  ]);
  const known = new Set(own);
  return [...new Set(theirs)].filter((id) => !known.has(id));
}
