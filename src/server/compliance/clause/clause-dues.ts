import { sql } from 'kysely';
import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { findLine } from '#core/compliance/clause/clause-line.ts';
import { may } from '#core/identity/role.ts';
import { fiscalYearOf } from '#core/kernel/fiscal-year.ts';
import { dueRows } from '../../platform/due/due-rows.ts';
import { type DuePlace, type DueSource, whoPlans } from '../../platform/due/due-source.ts';
import { askToRemind } from '../../platform/due/remind.ts';

/** Asks for the reminders of a clause that has a day. */
export async function remindOfClause(place: DuePlace, id: string, dueOn: string | null): Promise<void> {
  if (dueOn !== null) await askToRemind(place, { kind: 'clause', id, dueOn });
}

/** Nobody has followed the round under way up. */
const isOpen = sql<boolean>`(select s.step from clause_step s where s.facility_id = c.facility_id and s.clause_id = c.clause_id
  order by s.place desc limit 1) is distinct from 'followed-up'`;

/** As `isAccepted`: the last thing the executives said this fiscal year of why it is not kept is that the reason holds. */
const isAccepted = (fiscalYear: number) => sql<boolean>`(c.undone <> '' and coalesce((select d.outcome = 'approved'
  from decision_request q join decision d on d.facility_id = q.facility_id and d.request_id = q.id
  where q.facility_id = c.facility_id and q.withdrawn_at is null and q.source = 'clause/' || c.clause_id and d.fiscal_year = ${fiscalYear}
  order by d.decided_at desc, d.number desc limit 1), false))`;

/** Clauses with a day whose round is not followed up, and whose being undone nobody has accepted. */
export const clauseDues = (catalogue: Catalogue): DueSource =>
  dueRows({
    kind: 'clause',
    mayRead: (roles) => may(roles, 'clause.read'),
    toldTo: whoPlans,
    open: ({ tx, facilityId, now }) =>
      tx
        .selectFrom('clause_record as c')
        .leftJoin('person as p', 'p.id', 'c.owner_id')
        .select(['c.clause_id as id', 'c.clause_id as title', 'c.due_on', 'c.owner_id', 'p.name as owner'])
        .select(sql<string>`'clauses/' || c.clause_id`.as('page'))
        .where('c.facility_id', '=', facilityId)
        .where(isOpen)
        .where(({ not }) => not(isAccepted(fiscalYearOf(now))))
        .as('due'),
    titleOf: ({ id }) => {
      const line = findLine(catalogue, id);
      return line ? `${line.label} ${line.text}` : id;
    },
  });
