import { type Catalogue, findSheet } from '#core/catalogue/catalogue.ts';
import type { Area, SheetId } from '#core/catalogue/sheet.ts';
import { fiscalYearOf } from '#core/kernel/fiscal-year.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { areasHandedTo } from './repository.ts';

/** The areas handed to the person this fiscal year: in any run, or in those still open. */
export async function handedAreas(
  context: FacilityContext,
  catalogue: Catalogue,
  runs: 'any' | 'open',
): Promise<readonly Area[]> {
  const handed = await areasHandedTo(context, fiscalYearOf(context.now));
  const counted = handed.filter(({ status }) => runs === 'any' || status === 'open');
  return counted.flatMap(({ sheetId, sheetVersion, areaId }) => {
    const sheet = findSheet(catalogue, sheetId as SheetId, sheetVersion);
    return sheet?.areas.filter(({ id }) => id === areaId) ?? [];
  });
}
