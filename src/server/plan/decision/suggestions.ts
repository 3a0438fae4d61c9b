import type { Role } from '#core/identity/role.ts';
import { fiscalYearOf } from '#core/kernel/fiscal-year.ts';
import { appointedRoles } from '#core/plan/decision/appointment.ts';
import { agedSystems } from '#core/plan/decision/closing.ts';
import type { SuggestedRequest } from '#core/plan/decision/request.ts';
import { suggestedRequests, type TasksOfYear } from '#core/plan/decision/suggestion.ts';
import type { TaskStatus } from '#core/plan/task.ts';
import type { NewestResult } from '../../assessment/index.ts';
import type { FacilityContext } from '../../platform/http/context.ts';
import { findPaidTasks } from '../paid-tasks.ts';
import { sumTasks } from '../task-repository.ts';
import { standingSources } from './request-repository.ts';

async function heldRoles({ tx, facilityId }: FacilityContext): Promise<ReadonlySet<Role>> {
  const rows = await tx.selectFrom('member').select('roles').where('facility_id', '=', facilityId).execute();
  return new Set(rows.flatMap(({ roles }) => roles as readonly Role[]));
}

async function tasksOfYear(context: FacilityContext, fiscalYear: number): Promise<TasksOfYear> {
  const rows = await sumTasks(context, { fiscalYear }).execute();
  const sums = rows.map(({ status, tasks, planned, spent, days }) => ({
    status: status as TaskStatus,
    tasks: Number(tasks),
    costPlanned: Number(planned),
    costSpent: Number(spent),
    personDays: Number(days),
  }));
  return { sums, paid: await findPaidTasks(context, fiscalYear) };
}

/** What could be asked of the executives by the newest results, beside the requests that stand. */
export async function findSuggestions(
  context: FacilityContext,
  newest: readonly NewestResult[],
): Promise<readonly SuggestedRequest[]> {
  const fiscalYear = fiscalYearOf(context.now);
  const held = await heldRoles(context);
  const boards = newest.map(({ runId, report: { board } }) => ({ runId, ...board }));
  return suggestedRequests({
    boards,
    fiscalYear,
    tasks: await tasksOfYear(context, fiscalYear),
    aged: newest.flatMap(({ runId, report }) => agedSystems(runId, report) ?? []),
    missing: appointedRoles.filter((role) => !held.has(role)),
    asked: new Set(await standingSources(context, '')),
  });
}
