import type { Measure, Sheet } from '#core/catalogue/sheet.ts';

/** Finds a measure of these sheets by its id. */
export function measuresOf(sheets: readonly Sheet[]): (id: string) => Measure | undefined {
  const measures = sheets.flatMap((sheet) => sheet.areas.flatMap((area) => area.measures));
  const byId = new Map(measures.map((measure) => [measure.id, measure]));
  return (id) => byId.get(id);
}
