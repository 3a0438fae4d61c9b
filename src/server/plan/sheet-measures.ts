import { type Catalogue, latestSheet } from '#core/catalogue/catalogue.ts';
import type { Measure, Sheet } from '#core/catalogue/sheet.ts';
import type { Fault } from '#core/kernel/contract.ts';
import { networkMeasures } from '#core/plan/network-problem.ts';

/** The measures of a sheet in its order. */
export const measuresOf = (sheet: Sheet): readonly Measure[] => sheet.areas.flatMap(({ measures }) => measures);

/** The sheet whose measures a run is planned from: its own; of the network, which has none, those of the hospital sheet that raise it. */
export function planSheetOf(catalogue: Catalogue, sheet: Sheet): Sheet {
  const home = sheet.id === 'network-level' ? latestSheet(catalogue, 'hospital') : undefined;
  return home ? networkMeasures(sheet, home) : sheet;
}

const listNames = { excluded: '除く対策', begun: '始めた対策', measures: '取り組みにする対策' } as const;

/** A fault for each id that is no measure of the sheet. */
export function unknownMeasures(sheet: Sheet, ids: readonly string[], field: keyof typeof listNames): readonly Fault[] {
  const known = new Set(measuresOf(sheet).map(({ id }) => id));
  return ids
    .filter((id) => !known.has(id))
    .map((id) => ({
      field,
      code: 'measure-unknown',
      message: `${listNames[field]}の「${id}」は、${sheet.title}の対策にありません。`,
    }));
}
