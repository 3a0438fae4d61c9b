import { sql } from 'kysely';
import { daysOfFiscalYear } from '#core/kernel/fiscal-year.ts';
import type { FacilityContext } from '../platform/http/context.ts';

type Carried = { readonly id: string; readonly dueOn: string };

/** The open tasks of the year before a fiscal year. */
const openBefore = ({ facilityId }: FacilityContext, fiscalYear: number) =>
  sql`facility_id = ${facilityId} and fiscal_year = ${fiscalYear - 1} and status in ('todo', 'doing')`;

/** Holds what is carried over until the transaction ends. */
export async function holdOpenTasks(context: FacilityContext, fiscalYear: number): Promise<void> {
  await sql`select from task where ${openBefore(context, fiscalYear)} order by id for update`.execute(context.tx);
}

/**
 * Goes on in a fiscal year with the open tasks of the one before: due a year later and inside the year, with what is left of their
 * money. Person-days stay, since nobody counts those that were spent. What the year goes on with already is left out.
 */
export async function insertCarried(context: FacilityContext, fiscalYear: number): Promise<readonly Carried[]> {
  const { tx, now } = context;
  const { first, last } = daysOfFiscalYear(fiscalYear);
  const { rows } = await sql<Carried>`
    insert into task (facility_id, id, fiscal_year, measure_id, title, owner_id, due_on, status, cost_planned, cost_spent,
      person_days, aim, measured_by, carried_from, created_at, changed_at)
    select facility_id, gen_random_uuid(), fiscal_year + 1, measure_id, title, owner_id,
      least(greatest((due_on + interval '1 year')::date, ${first}::date), ${last}::date), status,
      greatest(0, cost_planned - cost_spent), 0, person_days, aim, measured_by, id, ${now}, ${now}
    from task where ${openBefore(context, fiscalYear)}
    on conflict do nothing
    returning id, to_char(due_on, 'YYYY-MM-DD') as "dueOn"`.execute(tx);
  return rows;
}

/** Ties a measure's task of the fiscal year that was there before to the one of the former year it goes on with. */
export async function tieStanding(context: FacilityContext, fiscalYear: number): Promise<void> {
  const { facilityId } = context;
  await sql`
    update task on_with set carried_from = former.id
    from (select id, measure_id from task where ${openBefore(context, fiscalYear)}) former
    where on_with.facility_id = ${facilityId} and on_with.fiscal_year = ${fiscalYear}
      and on_with.measure_id = former.measure_id and on_with.carried_from is null`.execute(context.tx);
}

/** Says of the open tasks of the year before that the fiscal year goes on with them; tells how many. */
export async function markCarried(context: FacilityContext, fiscalYear: number): Promise<number> {
  const { tx, now } = context;
  const { numAffectedRows } = await sql`
    update task set status = 'carried', changed_at = ${now}, revision = revision + 1
    where ${openBefore(context, fiscalYear)} and ${fiscalYear} = (
      select on_with.fiscal_year from task on_with
      where on_with.facility_id = task.facility_id and on_with.carried_from = task.id)`.execute(tx);
  return Number(numAffectedRows ?? 0);
}

export type FormerTask = { readonly id: string; readonly fiscalYear: number };

/** The tasks a task goes on with, the year before first. */
export async function findFormer({ tx, facilityId }: FacilityContext, taskId: string): Promise<readonly FormerTask[]> {
  const { rows } = await sql<FormerTask>`
    with recursive former as (
      select carried_from from task where facility_id = ${facilityId} and id = ${taskId}
      union select t.carried_from from former f join task t on t.facility_id = ${facilityId} and t.id = f.carried_from
    )
    select t.id, t.fiscal_year as "fiscalYear" from former f join task t on t.facility_id = ${facilityId} and t.id = f.carried_from
    order by t.fiscal_year desc`.execute(tx);
  return rows;
}

/** The task that goes on with a task. */
export const findCarriedTo = ({ tx, facilityId }: FacilityContext, taskId: string): Promise<FormerTask | undefined> =>
  tx
    .selectFrom('task')
    .select(['id', 'fiscal_year as fiscalYear'])
    .where('facility_id', '=', facilityId)
    .where('carried_from', '=', taskId)
    .executeTakeFirst();
