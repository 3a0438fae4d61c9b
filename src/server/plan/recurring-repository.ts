import { sql } from 'kysely';
import { goingOn } from '#core/plan/recurring.ts';
import type { TaskStatus } from '#core/plan/task.ts';
import type { FacilityContext } from '../platform/http/context.ts';

/** The newest task of a measure, with what its next goes on with. */
export type GoingOn = {
  readonly measureId: string;
  readonly fiscalYear: number;
  readonly status: TaskStatus;
  readonly title: string;
  readonly dueOn: string;
  /** Who has it, as long as that is a member. */
  readonly ownerId: string | null;
  readonly aim: string;
  readonly measuredBy: string;
};

/** The newest task of each measure that goes on in a fiscal year, whether it recurs or not. */
export async function findGoingOn(
  { tx, facilityId }: FacilityContext,
  fiscalYear: number,
): Promise<readonly GoingOn[]> {
  const { rows } = await sql<GoingOn>`
    select t.measure_id as "measureId", t.fiscal_year as "fiscalYear", t.status, t.title,
      to_char(t.due_on, 'YYYY-MM-DD') as "dueOn", m.person_id as "ownerId", t.aim, t.measured_by as "measuredBy"
    from task t left join member m on m.facility_id = ${facilityId} and m.person_id = t.owner_id
    where t.facility_id = ${facilityId} and t.fiscal_year <= ${fiscalYear} and t.measure_id is not null
    order by t.due_on, t.id`.execute(tx);
  return goingOn(rows, fiscalYear);
}
