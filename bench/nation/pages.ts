import type { LoadCall } from '../caller.ts';
import type { Place, Places } from './places.ts';
import type { Scale } from './scale.ts';
import type { World } from './world.ts';

/** The calls one page or one part of it makes, once for each place that is looked at. */
export type Reads = Readonly<Record<string, readonly LoadCall[]>>;

const callsEach = 40;
const words = (text: string) => `/register/facilities?words=${encodeURIComponent(text)}`;

/** A name of a prefecture with a handful of answers at either size: what a longer answer takes is no growth. */
const rareName = ({ rows }: Scale) => (rows > 10_000 ? '田中内科' : '医院');

/** What people type into the search of the register. */
export function searches({ administrator, scale }: World): Reads {
  const paths = {
    'two characters': words('田中'),
    'two characters in the middle of names': words('内科'),
    'half-width kana': words('ｸﾘﾆｯｸ'),
    'a name nobody has': words('髙龘'),
    code: words('130'),
    'a prefecture': `${words(rareName(scale))}&prefecture=13`,
    'what is open': '/register/facilities?only=opened',
  };
  return Object.fromEntries(
    Object.entries(paths).map(([name, path]) => [
      name,
      Array.from({ length: callsEach }, () => ({ method: 'GET', path, cookie: administrator.cookie })),
    ]),
  );
}

const each = (places: readonly Place[], path: (place: Place) => string): readonly LoadCall[] =>
  places.map((place) => ({ method: 'GET', path: path(place), cookie: place.cookie }));

/** Pages of one facility: what the home page reads, the list of runs, a run and the activity log. */
export function facilityPages({ hospitals, small }: Places): Reads {
  const own = (rest: string) => (place: Place) => `/facilities/${place.facilityId}${rest}`;
  return {
    'the session': each(hospitals, () => '/session'),
    'home: profile': each(hospitals, own('/profile')),
    'home: members': each(hospitals, own('/members')),
    'home: invitations': each(hospitals, own('/invitations')),
    'runs of a hospital': each(hospitals, own('/runs')),
    'a run of a hospital': each(hospitals, ({ main }) => main),
    'runs of a small facility': each(small, own('/runs')),
    'a run of a small facility': each(small, ({ main }) => main),
    'the activity log': each(hospitals, own('/activity')),
  };
}

/** Results, which say where the facility stands in its class. */
export const results = ({ hospitals, small }: Places): Reads => ({
  'a hospital among its class': each(hospitals, ({ main }) => `${main}/result`),
  'a small facility among its class': each(small, ({ main }) => `${main}/result`),
  'network level, without a class': each(hospitals, ({ network }) => `${network}/result`),
});

/** What is seen from above: forty members of a network, a prefecture, the country. */
export function dashboards({ above }: Places): Reads {
  const of = (kind: keyof Places['above'], page: string): readonly LoadCall[] => {
    const { organisationId, cookie } = above[kind];
    const call = { method: 'GET' as const, path: `/organisations/${organisationId}/${page}`, cookie };
    return Array.from({ length: callsEach }, () => call);
  };
  return {
    'a region of forty members': of('network', 'region'),
    'a prefecture': of('prefecture', 'programme'),
    'the nation': of('ministry', 'programme'),
  };
}
