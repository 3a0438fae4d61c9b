import { holderOf } from '../holder.ts';
import { type Call, type Reply, request } from '../request.ts';
import type { TestPerson } from '../world.ts';
import { idsIn, namesAnybody, withId } from './body-keys.ts';
import { ofFormerMember } from './former-member.ts';
import { idsOfNeighbour } from './neighbour-rows.ts';
import { outsidersOf } from './outsiders.ts';
import { queryKeysOf, withQuery } from './query-keys.ts';
import type { Ready } from './ready.ts';

const told = ({ status, body }: Reply) => `${status} ${JSON.stringify(body).slice(0, 200)}`;
const codeOf = ({ body }: Reply) => (body as { readonly code?: string }).code;
const isRefusal = ({ status }: Reply) => status >= 400 && status < 500;

async function toOutsiders(ready: Ready): Promise<readonly string[]> {
  const { server, ground = server, world, endpoint, fixture, call, person } = ready;
  const leaks: string[] = [];
  const outsiders = await outsidersOf({ server: ground, world }, endpoint, fixture.as, person);
  for (const { who, person: outsider, refusal } of outsiders) {
    const reply = await request(server, outsider, call);
    if (reply.status !== refusal.status || codeOf(reply) !== refusal.code) leaks.push(`${who}: ${told(reply)}`);
  }
  return leaks;
}

type Door = { readonly path: string; readonly by: TestPerson | undefined };

/** The same address below the facility, or the organisation, of a neighbour; none where it names nothing further. */
function neighbourDoor({ world, fixture, call }: Ready): Door | undefined {
  const { here, elsewhere, network, otherNetwork } = world;
  const [, kind, id, , deeper] = call.path.split('?')[0]?.split('/') ?? [];
  if (deeper === undefined || isSameForAll(call)) return undefined;
  const doors: Readonly<Record<string, () => Door>> = {
    [`facilities ${here.id}`]: () => ({
      path: call.path.replace(here.id, elsewhere.id),
      by: holderOf(fixture.as, { ...world, here: elsewhere, elsewhere: here }),
    }),
    [`organisations ${network.id}`]: () => ({
      path: call.path.replace(network.id, otherNetwork.id),
      by: holderOf(fixture.as, { ...world, network: otherNetwork, otherNetwork: network }),
    }),
  };
  return doors[`${kind} ${id}`]?.();
}

/** Items, measures and organisations are the same for every facility. */
const isSameForAll = ({ method, path }: Call) =>
  path.includes('/items/') || path.includes('/measure-costs/') || (method === 'PUT' && path.includes('/memberships/'));

/** The same ids asked for through the door of a neighbour, by who may call it there: what is not there is not found. */
async function throughOwnDoor(ready: Ready): Promise<readonly string[]> {
  const door = neighbourDoor(ready);
  if (!door) return [];
  const reply = await request(ready.server, door.by, { ...ready.call, path: door.path });
  return reply.status === 404 && codeOf(reply) === 'not-found' ? [] : [`through the own door: ${told(reply)}`];
}

/** Every id of the body in turn as the one a neighbour would send for its own row. */
async function byForeignKeys(ready: Ready): Promise<readonly string[]> {
  const { server, ground = server, world, endpoint, fixture, call, person } = ready;
  const own = idsIn(call.body).filter(({ at }) => !namesAnybody[`${endpoint.name} ${at.join('.')}`]);
  if (own.length === 0) return [];
  const neighbour = { ...world, here: world.elsewhere, elsewhere: world.here };
  const theirs = idsIn((await fixture.call(ground, neighbour, fixture.as)).body);
  const leaks: string[] = [];
  for (const [index, { at, id }] of own.entries()) {
    const foreign = theirs[index];
    if (!foreign || foreign.id === id) throw new Error(`no id of a neighbour for ${at.join('.')}`);
    const reply = await request(server, person, { ...call, body: withId(call.body, { at, id: foreign.id }) });
    if (!isRefusal(reply)) leaks.push(`${at.join('.')} of another facility: ${told(reply)}`);
  }
  return leaks;
}

const textOf = ({ body }: Reply) => (body instanceof Uint8Array ? Buffer.from(body).toString() : JSON.stringify(body));

/** Every id of the query in turn as every id of a neighbour's rows: nothing of the neighbour comes back. */
async function byForeignQuery(ready: Ready): Promise<readonly string[]> {
  const { server, ground = server, world, endpoint, call, person } = ready;
  const keys = queryKeysOf(endpoint);
  if (keys.length === 0) return [];
  const theirs = await idsOfNeighbour(ground, world);
  const leaks: string[] = [];
  for (const [key, id] of keys.flatMap((each) => theirs.map((their) => [each, their] as const))) {
    const reply = await request(server, person, withQuery(endpoint, call, key, id));
    const text = textOf(reply);
    const tells = [world.elsewhere.name, ...theirs].some((each) => text.includes(each));
    if (tells || (reply.status >= 300 && !isRefusal(reply))) leaks.push(`${key} of another facility: ${told(reply)}`);
  }
  return leaks;
}

/** Every way in which an endpoint answers who must find it closed; none where it is tight. */
export async function leaksOf(ready: Ready): Promise<readonly string[]> {
  return [
    ...(await toOutsiders(ready)),
    ...(await throughOwnDoor(ready)),
    ...(await byForeignKeys(ready)),
    ...(await byForeignQuery(ready)),
    ...(await ofFormerMember(ready)),
  ];
}
