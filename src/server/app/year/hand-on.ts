import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { dayInJapan } from '#core/kernel/fiscal-year.ts';
import { findMembers } from '../../identity/index.ts';
import type { DuePlace } from '../../platform/due/due-source.ts';
import { askToRemindAll } from '../../platform/due/remind.ts';
import { endAssignments } from '../../sheet/index.ts';
import { dueSources } from './due-sources.ts';

/** What one person owns is reminded of up to so many; the year shows the rest as without an owner all the same. */
const most = 5_000;

/** Who is in charge of what nobody owns: the safety managers, where there is none the administrators. */
async function inCharge({ tx, facilityId }: DuePlace, leaver: string): Promise<readonly string[]> {
  const members = (await findMembers(tx, facilityId)).filter(({ personId }) => personId !== leaver);
  const managers = members.filter(({ roles }) => roles.includes('safety-manager'));
  const those =
    managers.length > 0 ? managers : members.filter(({ roles }) => roles.includes('facility-administrator'));
  return those.map(({ personId }) => personId);
}

/**
 * Hands on what a person holds who leaves the facility: areas of open runs are nobody's, and whoever is in charge is reminded of
 * what the person owns and has a last day.
 */
export async function handOn(place: DuePlace, catalogue: Catalogue, leaver: string): Promise<void> {
  await endAssignments(place.tx, place.facilityId, leaver);
  const asked = { until: '9999-12-31', most, ownerId: leaver };
  const owned = [];
  const told = dueSources(catalogue).filter(({ toldTo }) => toldTo === undefined);
  for (const source of told) owned.push(...(await source.list(place, asked)));
  const open = owned.filter(({ owner, dueOn }) => owner?.id === leaver && dueOn >= dayInJapan(place.now));
  const people = await inCharge(place, leaver);
  await askToRemindAll(
    place,
    people.flatMap((personId) => open.map(({ kind, id, dueOn }) => ({ kind, id, dueOn, personId }))),
  );
}
