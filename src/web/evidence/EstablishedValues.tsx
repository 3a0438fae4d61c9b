import { useQuery } from '@tanstack/react-query';
import type { Scale } from '#core/catalogue/sheet.ts';
import { establishedBeside, establishedLines } from '#core/evidence/established.ts';
import { EstablishedLines } from './EstablishedLines.tsx';
import { establishedQuery } from './queries.ts';

export type EstablishedValuesProps = { readonly facilityId: string; readonly itemId: string; readonly scale: Scale };

/** What audits and drills established of an item, beside what is claimed; nothing where nobody has looked. */
export function EstablishedValues({ facilityId, itemId, scale }: EstablishedValuesProps) {
  const { data = [] } = useQuery(establishedQuery(facilityId));
  const values = data.filter((one) => one.itemId === itemId);
  return <EstablishedLines lines={establishedLines(establishedBeside(values, scale))} />;
}
