import type { Endpoint } from '../../../platform/http/endpoints.ts';
import type { Fixture, Holder } from '../fixture.ts';
import { type Call, type Reply, request } from '../request.ts';
import type { TestServer } from '../test-server.ts';
import type { TestPerson, World } from '../world.ts';
import { idsIn, withId } from './body-keys.ts';
import { outsidersOf } from './outsiders.ts';

/** An endpoint made ready to be called: the world it stands in, the call, and who may make it. */
export type Ready = {
  readonly server: TestServer;
  readonly world: World;
  readonly endpoint: Endpoint;
  readonly fixture: Fixture;
  readonly call: Call;
  readonly person: TestPerson | undefined;
};

const told = ({ status, body }: Reply) => `${status} ${JSON.stringify(body).slice(0, 200)}`;
const codeOf = ({ body }: Reply) => (body as { readonly code?: string }).code;
const isRefusal = ({ status }: Reply) => status >= 400 && status < 500;

async function toOutsiders({ server, world, endpoint, fixture, call, person }: Ready): Promise<readonly string[]> {
  const leaks: string[] = [];
  for (const { who, person: outsider, refusal } of await outsidersOf({ server, world }, endpoint, fixture.as, person)) {
    const reply = await request(server, outsider, call);
    if (reply.status !== refusal.status || codeOf(reply) !== refusal.code) leaks.push(`${who}: ${told(reply)}`);
  }
  return leaks;
}

/** The same ids asked for through the door of a neighbour, by who may call it there: what is not there is not found. */
async function throughOwnDoor({ server, world, fixture, call }: Ready, holderOf: HolderOf): Promise<readonly string[]> {
  const { here, elsewhere } = world;
  const [, , facilityId, , deeper] = call.path.split('?')[0]?.split('/') ?? [];
  if (facilityId !== here.id || deeper === undefined || call.path.includes('/items/')) return [];
  const neighbour = holderOf(fixture.as, { ...world, here: elsewhere, elsewhere: here });
  const reply = await request(server, neighbour, { ...call, path: call.path.replace(here.id, elsewhere.id) });
  return reply.status === 404 && codeOf(reply) === 'not-found' ? [] : [`through the own facility: ${told(reply)}`];
}

/** Every id of the body in turn as the one a neighbour would send for its own row. */
async function byForeignKeys({ server, world, fixture, call, person }: Ready): Promise<readonly string[]> {
  const own = idsIn(call.body);
  if (own.length === 0) return [];
  const neighbour = { ...world, here: world.elsewhere, elsewhere: world.here };
  const theirs = idsIn((await fixture.call(server, neighbour, fixture.as)).body);
  const leaks: string[] = [];
  for (const [index, { at, id }] of own.entries()) {
    const foreign = theirs[index];
    if (!foreign || foreign.id === id) throw new Error(`no id of a neighbour for ${at.join('.')}`);
    const reply = await request(server, person, { ...call, body: withId(call.body, { at, id: foreign.id }) });
    if (!isRefusal(reply)) leaks.push(`${at.join('.')} of another facility: ${told(reply)}`);
  }
  return leaks;
}

export type HolderOf = (role: Holder, world: World) => TestPerson | undefined;

/** Every way in which an endpoint answers who must find it closed; none where it is tight. */
export async function leaksOf(ready: Ready, holderOf: HolderOf): Promise<readonly string[]> {
  return [...(await toOutsiders(ready)), ...(await throughOwnDoor(ready, holderOf)), ...(await byForeignKeys(ready))];
}
