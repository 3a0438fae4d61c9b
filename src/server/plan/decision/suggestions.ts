import type { Catalogue } from '#core/catalogue/catalogue.ts';
import type { Role } from '#core/identity/role.ts';
import { fiscalYearOf } from '#core/kernel/fiscal-year.ts';
import { appointedRoles } from '#core/plan/decision/appointment.ts';
import type { DecisionRequest, SuggestedRequest } from '#core/plan/decision/request.ts';
import { suggestedRequests } from '#core/plan/decision/suggestion.ts';
import { newestResults } from '../../assessment/index.ts';
import type { FacilityContext } from '../../platform/http/context.ts';
import { findTasks } from '../task-repository.ts';

async function heldRoles({ tx, facilityId }: FacilityContext): Promise<ReadonlySet<Role>> {
  const rows = await tx.selectFrom('member').select('roles').where('facility_id', '=', facilityId).execute();
  return new Set(rows.flatMap(({ roles }) => roles as readonly Role[]));
}

/** What could be asked of the executives beside the requests there are. */
export async function findSuggestions(
  context: FacilityContext,
  catalogue: Catalogue,
  requests: readonly DecisionRequest[],
): Promise<readonly SuggestedRequest[]> {
  const fiscalYear = fiscalYearOf(context.now);
  const held = await heldRoles(context);
  const boards = (await newestResults(context, catalogue)).map(({ runId, report: { board } }) => ({ runId, ...board }));
  const standing = requests.flatMap(({ source, withdrawnAt }) => (source && withdrawnAt === null ? [source] : []));
  return suggestedRequests({
    boards,
    fiscalYear,
    tasks: await findTasks(context, fiscalYear),
    missing: appointedRoles.filter((role) => !held.has(role)),
    standing: new Set(standing),
  });
}
