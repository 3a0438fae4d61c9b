import { type Catalogue, findSheet, latestSheet } from '#core/catalogue/catalogue.ts';
import type { Sheet, SheetId } from '#core/catalogue/sheet.ts';
import type { FacilityTx, SystemTx } from '../platform/database/transaction.ts';
import { adoptedVersion } from './installed-repository.ts';
import { SheetNotHeld } from './sheet-not-held.ts';

/** The version runs of a sheet begin with, as the database has it now: no process goes by what it heard last. */
export async function sheetInUse(
  tx: FacilityTx | SystemTx,
  catalogue: Catalogue,
  id: SheetId,
): Promise<Sheet | undefined> {
  const version = await adoptedVersion(tx, id);
  if (version === undefined) return latestSheet(catalogue, id);
  const sheet = findSheet(catalogue, id, version);
  if (!sheet) throw new SheetNotHeld(id, version);
  return sheet;
}
