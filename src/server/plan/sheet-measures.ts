import type { Measure, Sheet } from '#core/catalogue/sheet.ts';
import type { Fault } from '#core/kernel/contract.ts';

/** The measures of a sheet in its order. */
export const measuresOf = (sheet: Sheet): readonly Measure[] => sheet.areas.flatMap(({ measures }) => measures);

/** A fault for each id that is no measure of the sheet. */
export function unknownMeasures(sheet: Sheet, ids: readonly string[]): readonly Fault[] {
  const known = new Set(measuresOf(sheet).map(({ id }) => id));
  return ids
    .filter((id) => !known.has(id))
    .map((id) => ({
      field: 'excluded',
      code: 'measure-unknown',
      message: `除く対策の「${id}」は、${sheet.title}の対策にありません。`,
    }));
}
