import type { Sheet } from '../catalogue/sheet.ts';

const narrowed = new WeakMap<Sheet, Map<string, Sheet>>();

/** The sheet as a run asks it: of an audit the areas in its scope alone, the same object each time; all where none are named. */
export function sheetInScope(sheet: Sheet, scope: readonly string[] | null): Sheet {
  if (scope === null) return sheet;
  const known = narrowed.get(sheet) ?? new Map<string, Sheet>();
  narrowed.set(sheet, known);
  const key = scope.toSorted().join();
  const asked = known.get(key) ?? { ...sheet, areas: sheet.areas.filter(({ id }) => scope.includes(id)) };
  known.set(key, asked);
  return asked;
}
