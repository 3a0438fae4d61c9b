import type { Sheet } from '../catalogue/sheet.ts';

/** What an audit looks at of a sheet: areas as a whole, and single items of others. */
export type SheetScope = { readonly areas: readonly string[]; readonly items: readonly string[] };

const narrowed = new WeakMap<Sheet, Map<string, Sheet>>();

function narrow(sheet: Sheet, { areas, items }: SheetScope): Sheet {
  const asked = sheet.areas.map((area) =>
    areas.includes(area.id) ? area : { ...area, items: area.items.filter(({ id }) => items.includes(id)) },
  );
  return { ...sheet, areas: asked.filter((area) => area.items.length > 0) };
}

/** The sheet as a run asks it: of an audit what is in its scope alone, the same object each time; all where there is no scope. */
export function sheetInScope(sheet: Sheet, scope: SheetScope | null): Sheet {
  if (scope === null) return sheet;
  const known = narrowed.get(sheet) ?? new Map<string, Sheet>();
  narrowed.set(sheet, known);
  const key = `${scope.areas.toSorted().join()} ${scope.items.toSorted().join()}`;
  const asked = known.get(key) ?? narrow(sheet, scope);
  known.set(key, asked);
  return asked;
}

/** The scope a run names; null where it is of the whole sheet. */
export const scopeOf = (run: {
  readonly scopeAreas?: readonly string[] | null;
  readonly scopeItems?: readonly string[] | null;
}): SheetScope | null => (run.scopeAreas ? { areas: run.scopeAreas, items: run.scopeItems ?? [] } : null);
