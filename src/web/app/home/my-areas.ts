import type { Sheet } from '#core/catalogue/sheet.ts';
import { setAsideItems } from '#core/sheet/set-aside.ts';
import type { MyAreas } from './facts.ts';

export type OpenRun = {
  readonly id: string;
  readonly sheetTitle: string;
  readonly answers: readonly { readonly itemId: string; readonly value: string | null }[];
  readonly withoutVendor?: boolean;
  readonly assignments: readonly { readonly areaId: string; readonly person: { readonly id: string } }[];
};

/** The areas of a run handed to a person that still have unanswered items; undefined where there are none. */
export function myAreasIn(run: OpenRun, sheet: Sheet, personId: string): MyAreas | undefined {
  const { withoutVendor = false } = run;
  const values = new Map(run.answers.map(({ itemId, value }) => [itemId, value]));
  const aside = setAsideItems(sheet, (id) => values.get(id) ?? null, { withoutVendor });
  const mine = new Set(run.assignments.filter(({ person }) => person.id === personId).map(({ areaId }) => areaId));
  const open = sheet.areas
    .filter(({ id }) => mine.has(id))
    .map(({ title, items }) => ({
      title,
      left: items.filter(({ id }) => (values.get(id) ?? null) === null && !aside.has(id)).length,
    }))
    .filter(({ left }) => left > 0);
  if (open.length === 0) return undefined;
  return {
    runId: run.id,
    sheetTitle: run.sheetTitle,
    titles: open.map(({ title }) => title),
    left: open.reduce((sum, { left }) => sum + left, 0),
  };
}

/** How many areas wait for this person alone. */
export function waitingCount(areas: readonly MyAreas[]): number {
  return areas.reduce((sum, { titles }) => sum + titles.length, 0);
}
