import { useSuspenseQuery } from '@tanstack/react-query';
import type { Sheet } from '#core/catalogue/sheet.ts';
import { networkMeasures } from '#core/plan/network-problem.ts';
import { sheetQuery } from '#web/catalogue/index.ts';

/** The sheet whose measures a run is planned from: its own; of the network, which has none, those of the hospital sheet that raise it. */
export function usePlanSheet(sheet: Sheet): Sheet {
  const isNetwork = sheet.id === 'network-level';
  const { data } = useSuspenseQuery(sheetQuery(isNetwork ? 'hospital' : sheet.id));
  return isNetwork ? networkMeasures(sheet, data.sheet) : sheet;
}
