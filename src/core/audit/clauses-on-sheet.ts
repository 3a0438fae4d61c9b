import type { Catalogue } from '../catalogue/catalogue.ts';
import { clausesOf } from '../catalogue/guideline.ts';
import type { Sheet } from '../catalogue/sheet.ts';
import type { Involvement } from './independence.ts';

/** A clause an audit can be about, with the items of a sheet that speak of it. */
export type ClauseOnSheet = {
  readonly id: string;
  readonly label: string;
  readonly title: string;
  readonly items: readonly { readonly id: string; readonly text: string; readonly areaId: string }[];
};

/** The items of a sheet whose links say that they answer a clause, in whole or in part. */
const itemsFor = (sheet: Sheet | undefined, clauseId: string): ClauseOnSheet['items'] =>
  (sheet?.areas ?? []).flatMap((area) =>
    area.items
      .filter(({ links }) => links.some(({ to, relation }) => to === clauseId && relation !== 'related'))
      .map(({ id, text }) => ({ id, text, areaId: area.id })),
  );

/** The clauses of the governance part (経営管理編), each with the items of the sheet that speak of it; none where the sheet asks nothing of it. */
export function clausesOn(
  { guidelines }: Pick<Catalogue, 'guidelines'>,
  sheet: Sheet | undefined,
): readonly ClauseOnSheet[] {
  const guideline = guidelines.find(({ id }) => id === 'GOV7');
  return (guideline ? clausesOf(guideline) : []).map(({ id, label, text }) => ({
    id,
    label,
    title: `${label} ${text}`,
    items: itemsFor(sheet, id),
  }));
}

/** What somebody is tied to by a clause: the areas the sheet asks of it in, and where it asks nothing every one of them. */
export function clauseTies({ id, label, items }: ClauseOnSheet): readonly Pick<Involvement, 'areaId' | 'clause'>[] {
  const areas = [...new Set(items.map(({ areaId }) => areaId))];
  const clause = { id, label };
  return areas.length === 0 ? [{ areaId: null, clause }] : areas.map((areaId) => ({ areaId, clause }));
}
