import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { mayRead } from '#core/sheet/run.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { assignmentsOf } from './assignment-repository.ts';
import type { RunRow } from './run-repository.ts';
import { placesIn, sheetOfRun } from './sheet-of-run.ts';

/** Tells of each item of a run whether the person may read its answer. */
export async function readableItems(
  { tx, facilityId, personId, roles }: FacilityContext,
  catalogue: Catalogue,
  run: RunRow,
): Promise<(itemId: string) => boolean> {
  const assigned = await assignmentsOf(tx, facilityId, run.id);
  const holder = new Map(assigned.map(({ areaId, person }) => [areaId, person.id]));
  const places = placesIn(sheetOfRun(catalogue, run));
  return (itemId) => mayRead({ id: personId, roles }, holder.get(places.get(itemId)?.area.id ?? ''));
}
