import { type Call, type Reply, request } from '../request.ts';
import { addTestFacility, type TestFacility } from '../world.ts';
import { namesAnybody } from './body-keys.ts';
import type { Ready } from './ready.ts';

/** What an organisation may ask of every facility, also of one that has left; to sign its people in is not among that. */
const asksAnybody = Object.keys(namesAnybody).filter((name) => !name.startsWith('sso.'));

/** A facility that belonged to the network, showed it everything, let in its people, and has left. */
async function formerMember({ server, ground = server, world }: Ready): Promise<TestFacility> {
  const former = await addTestFacility(ground, { name: '去った病院' }, ['facility-administrator']);
  const path = `/facilities/${former.id}/memberships/${world.network.id}`;
  const calls: readonly Call[] = [
    { method: 'PUT', path, body: { shows: 'score' } },
    { method: 'PUT', path: `${path}/sso`, body: { open: true } },
    { method: 'DELETE', path },
  ];
  for (const call of calls) {
    const { status } = await request(ground, former.people['facility-administrator'], call);
    if (status >= 300) throw new Error(`${call.method} ${call.path}: ${status}`);
  }
  return former;
}

const aboutIt = (call: Call, here: string, former: string): Call =>
  JSON.parse(JSON.stringify(call).replaceAll(here, former));

const told = ({ status, body }: Reply) => `${status} ${JSON.stringify(body).slice(0, 200)}`;

/** What an organisation is told of a facility that has left it, or still does with it. */
export async function ofFormerMember(ready: Ready): Promise<readonly string[]> {
  const { server, world, endpoint, call, person } = ready;
  if (endpoint.access.kind !== 'organisation') return [];
  const former = await formerMember(ready);
  const leaks: string[] = [];
  const names = call.path.includes(world.here.id) || JSON.stringify(call.body ?? '').includes(world.here.id);
  if (names && !asksAnybody.some((name) => name.startsWith(`${endpoint.name} `))) {
    const reply = await request(server, person, aboutIt(call, world.here.id, former.id));
    if (reply.status < 400 || reply.status >= 500) leaks.push(`about a facility that has left: ${told(reply)}`);
  }
  if (endpoint.method !== 'GET') return leaks;
  const reply = await request(server, person, call);
  const text = JSON.stringify(reply.body);
  if ([former.id, former.name].some((each) => text.includes(each))) leaks.push(`tells of one that has left: ${text}`);
  return leaks;
}
