import type { Kysely } from 'kysely';
import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { readStanding } from '../../evidence/index.ts';
import type { Tables } from '../../platform/database/tables.ts';
import { actAs } from './act-as.ts';
import { addList } from './add-list.ts';
import { momentIn } from './calendar.ts';
import { holderOf } from './hospital-runs.ts';
import { itemLists } from './made-files.ts';
import type { OpenedFacility } from './open-facility.ts';
import { type Span, thisYear } from './span.ts';

type Parts = { readonly db: Kysely<Tables>; readonly catalogue: Catalogue };

/** What the leading hospital has at hand to prove its answers. */
export function fillLeadingFiles({ db, catalogue }: Parts, { id, members }: OpenedFacility, span: Span): Promise<void> {
  const operator = holderOf(members, 'operator');
  return actAs(db, id, operator, async (as) => {
    const context = as(operator, momentIn(span.years[thisYear] ?? 0, span.now, 0.55, 0.4));
    if ((await readStanding(context, catalogue)).some(({ itemId }) => itemId !== null && itemId in itemLists)) return;
    for (const [itemId, list] of Object.entries(itemLists)) await addList(context, { itemId }, list);
  });
}
