import { sql } from 'kysely';
import type { FinishedTask } from '#core/plan/derived-step.ts';
import type { FacilityContext } from '../platform/http/context.ts';

/**
 * The tasks of measures that were finished in a fiscal year or the one before, and whether a file proves each: at the task or at
 * one of a former year it goes on with.
 */
export async function findFinished(
  { tx, facilityId }: FacilityContext,
  fiscalYear: number,
): Promise<readonly FinishedTask[]> {
  const { rows } = await sql<FinishedTask>`
    with recursive finished as (
      select id, measure_id, title, due_on, carried_from from task
      where facility_id = ${facilityId} and fiscal_year in (${fiscalYear}, ${fiscalYear - 1}) and status = 'done'
        and measure_id is not null
    ), thread as (
      select id as task_id, id as at_task, carried_from from finished
      union select h.task_id, t.id, t.carried_from from thread h
        join task t on t.facility_id = ${facilityId} and t.id = h.carried_from
    )
    select f.id, f.title, f.measure_id as "measureId", exists (
      select from thread h join evidence e on e.facility_id = ${facilityId} and e.task_id = h.at_task
      where h.task_id = f.id and e.removed_at is null) as proved
    from finished f order by f.due_on, f.id`.execute(tx);
  return rows;
}
