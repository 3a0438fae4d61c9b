import { join } from 'node:path';
import { openForCommand } from '#server/app/command-database.ts';
import { actAs } from '#server/app/demo/act-as.ts';
import { readSettings } from '#server/app/settings.ts';
import { loadCatalogue } from '#server/catalogue/index.ts';
import { askVendor } from '#server/compliance/index.ts';
import type { Mamori } from './journey.ts';
import { actingIn } from './last-year.ts';
import type { Facility, Person } from './people.ts';

const tooLongMs = 31 * 24 * 60 * 60 * 1000;

/** Has somebody ask a vendor so long ago that the link has run out, by the act of the product with the clock of then; gives the link. */
export async function askedLongAgo(
  { dataDir }: Mamori,
  facility: Facility,
  person: Person,
  systemId: string,
): Promise<string> {
  const by = await actingIn(facility, person);
  const then = new Date(Date.now() - tooLongMs);
  const root = join(import.meta.dirname, '..');
  const { db, close } = await openForCommand(readSettings({ MAMORI_DATA_DIR: dataDir }, { root }));
  const ask = actAs(db, facility.id, by, (as) => askVendor(as(by, then), loadCatalogue(), { systemId, byMail: false }));
  return (await ask.finally(close)).path;
}
