import { sql } from 'kysely';
import type { FacilityContext } from '../platform/http/context.ts';

/** Of the tasks of a fiscal year that cost something and are not given up: how many, the first three titles by their last day, and the earliest last day of what is still to be done. */
export async function findPaidTasks(
  { tx, facilityId }: Pick<FacilityContext, 'tx' | 'facilityId'>,
  fiscalYear: number,
) {
  const paid = tx
    .selectFrom('task')
    .where('facility_id', '=', facilityId)
    .where('fiscal_year', '=', fiscalYear)
    .where('status', 'in', ['todo', 'doing', 'done'])
    .where('cost_planned', '>', '0');
  const all = await paid
    .select(sql<number>`count(*)::int`.as('tasks'))
    .select(
      sql<string | null>`to_char(min(due_on) filter (where status in ('todo', 'doing')), 'YYYY-MM-DD')`.as('firstDue'),
    )
    .executeTakeFirstOrThrow();
  const first = await paid.select('title').orderBy('due_on').orderBy('id').limit(3).execute();
  return { ...all, titles: first.map(({ title }) => title) };
}
