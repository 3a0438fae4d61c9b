import { sql } from 'kysely';
import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { findLine } from '#core/compliance/clause/clause-line.ts';
import { may } from '#core/identity/role.ts';
import type { Due } from '#core/kernel/due.ts';
import { fiscalYearOf } from '#core/kernel/fiscal-year.ts';
import type { DuePlace, DueSource } from '../../platform/due/due-source.ts';
import { askToRemind } from '../../platform/due/remind.ts';

type Kept = { readonly id: string; readonly dueOn: string | null; readonly ownerId: string | null };

/** Asks for the reminders of a clause that has an owner and a day. */
export async function remindOwner(place: DuePlace, { id, dueOn, ownerId }: Kept): Promise<void> {
  if (dueOn !== null && ownerId !== null) await askToRemind(place, { kind: 'clause', id, dueOn }, ownerId);
}

/** Nobody has followed the round under way up. */
const isOpen = sql<boolean>`(select s.step from clause_step s where s.facility_id = c.facility_id and s.clause_id = c.clause_id
  order by s.place desc limit 1) is distinct from 'followed-up'`;

/** As `isAccepted`: the last thing the executives said this fiscal year of why it is not kept is that the reason holds. */
const isAccepted = (fiscalYear: number) => sql<boolean>`(c.undone <> '' and coalesce((select d.outcome = 'approved'
  from decision_request q join decision d on d.facility_id = q.facility_id and d.request_id = q.id
  where q.facility_id = c.facility_id and q.withdrawn_at is null and q.source = 'clause/' || c.clause_id || '/' || ${String(fiscalYear)}
  order by d.decided_at desc, d.number desc limit 1), false))`;

const openClauses = ({ tx, facilityId, now }: DuePlace) =>
  tx
    .selectFrom('clause_record as c')
    .leftJoin('person as p', 'p.id', 'c.owner_id')
    .select(['c.clause_id', 'c.owner_id', 'p.name'])
    .select(sql<string>`to_char(c.due_on, 'YYYY-MM-DD')`.as('due_on'))
    .where('c.facility_id', '=', facilityId)
    .where('c.due_on', 'is not', null)
    .where(isOpen)
    .where(({ not }) => not(isAccepted(fiscalYearOf(now))));

type Row = Awaited<ReturnType<ReturnType<typeof openClauses>['executeTakeFirstOrThrow']>>;

function asDue(catalogue: Catalogue, row: Row): Due {
  const line = findLine(catalogue, row.clause_id);
  return {
    kind: 'clause',
    id: row.clause_id,
    title: line ? `${line.label} ${line.text}` : row.clause_id,
    dueOn: row.due_on,
    owner: row.owner_id === null ? null : { id: row.owner_id, name: row.name ?? '' },
    page: `clauses/${row.clause_id}`,
  };
}

/** Clauses with a day whose round is not followed up, and whose being undone nobody has accepted. */
export const clauseDues = (catalogue: Catalogue): DueSource => ({
  kind: 'clause',
  mayRead: (roles) => may(roles, 'clause.read'),
  list: async (place, { until, most, ownerId }) => {
    const rows = await openClauses(place)
      .where(sql<boolean>`c.due_on <= ${until}::date`)
      .$if(ownerId !== undefined, (all) => all.where('c.owner_id', '=', ownerId ?? ''))
      .orderBy('c.due_on')
      .orderBy('c.clause_id')
      .limit(most)
      .execute();
    return rows.map((row) => asDue(catalogue, row));
  },
  find: async (place, id) => {
    const row = await openClauses(place).where('c.clause_id', '=', id).executeTakeFirst();
    return row && asDue(catalogue, row);
  },
});
