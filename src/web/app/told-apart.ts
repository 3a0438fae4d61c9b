import type { Session } from '#core/identity/contract.ts';
import { shown } from '#core/kernel/private-use.ts';

type Facility = Pick<Session['facilities'][number], 'id' | 'name' | 'city' | 'code'>;

const same = (one: Facility, other: Facility) => shown(one.name) === shown(other.name);

/** What tells a facility from others of its name: the city, and the code where that is the same or unknown. */
function apart(facility: Facility, all: readonly Facility[]): string | undefined {
  const namesakes = all.filter((other) => other.id !== facility.id && same(facility, other));
  if (namesakes.length === 0) return undefined;
  const { city, code } = facility;
  const cityTells = city !== '' && namesakes.every((other) => other.city !== city);
  const words = [city, ...(cityTells || code === null ? [] : [code])].filter((word) => word !== '');
  return words.length > 0 ? words.join(' ') : undefined;
}

/** A name with what tells it apart where another of the same name stands beside it. */
export function toldApart(facility: Facility, all: readonly Facility[]): string {
  const words = apart(facility, all);
  return words === undefined ? shown(facility.name) : `${shown(facility.name)}（${words}）`;
}
