import type { Measure, Sheet } from '#core/catalogue/sheet.ts';
import type { Fault } from '#core/kernel/contract.ts';

/** The measures of a sheet in its order. */
export const measuresOf = (sheet: Sheet): readonly Measure[] => sheet.areas.flatMap(({ measures }) => measures);

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
