import { type Catalogue, findSheet, latestSheet, newerVersions } from './catalogue.ts';
import { isBridged } from './crossing.ts';
import type { SheetId } from './sheet.ts';

export type Adoption =
  | { readonly kind: 'adopt' }
  | { readonly kind: 'adopted-already' }
  | {
      readonly kind: 'refused';
      readonly reason: 'version/changed' | 'version/not-newer' | 'version/no-bridge' | 'not-found';
    };

/**
 * Whether a version becomes the one new runs begin with: it must be newer than the one that is, with a bridge from there, and
 * `from`, the one the person has seen, must still be it.
 */
export function decideAdoption(
  catalogue: Catalogue,
  { sheetId, version, from }: { readonly sheetId: SheetId; readonly version: string; readonly from: string },
): Adoption {
  const current = latestSheet(catalogue, sheetId);
  if (!current || !findSheet(catalogue, sheetId, version)) return { kind: 'refused', reason: 'not-found' };
  if (current.version === version) return { kind: 'adopted-already' };
  if (current.version !== from) return { kind: 'refused', reason: 'version/changed' };
  const newer = newerVersions(catalogue, sheetId).some((sheet) => sheet.version === version);
  if (!newer) return { kind: 'refused', reason: 'version/not-newer' };
  const bridged = isBridged(catalogue, sheetId, from, version);
  return bridged ? { kind: 'adopt' } : { kind: 'refused', reason: 'version/no-bridge' };
}
