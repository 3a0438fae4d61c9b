import { createHash } from 'node:crypto';
import { type Due, isNobodys, isOneLetter } from '#core/kernel/due.ts';
import type { DuePlace, DueSource } from './due-source.ts';

/** Due on one day; more are counted as this many. */
const most = 10_000;

/** An id made of words, the same for the same (RFC 9562, version 8). */
function idOf(words: string): string {
  const hash = createHash('sha256').update(words).digest('hex');
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}

/**
 * How many are told in one letter with something due, and what that letter is about: the first of their jobs to run posts it, the others
 * find it posted. Undefined of what its source does not list.
 */
export async function joinedWith(place: DuePlace, source: DueSource, due: Due) {
  const { kind, dueOn } = due;
  const listed = await source.list(place, { from: dueOn, until: dueOn, most });
  const joined = listed.filter((one) => isOneLetter(one, due));
  if (!joined.some(({ id }) => id === due.id)) return undefined;
  const whose = isNobodys(due) ? 'nobody' : due.owner?.id;
  return { count: joined.length, about: idOf(`${place.facilityId} ${kind} ${dueOn} ${whose}`) };
}
