import { implement } from '@orpc/server';
import { type ActivityPage, activityContract } from '#core/app/activity-contract.ts';
import { actTitle } from '#core/kernel/act.ts';
import { type ActivityQuery, listActivity } from '../platform/activity/list-activity.ts';
import type { FacilityContext, RequestContext } from '../platform/http/context.ts';

async function activityPage(facility: FacilityContext, query: ActivityQuery): Promise<ActivityPage> {
  const rows = await listActivity(facility, { ...query, limit: query.limit + 1 });
  const entries = rows.slice(0, query.limit).map(({ personId, name, ...row }) => ({
    ...row,
    title: actTitle(row.act),
    person: personId === null || name === null ? null : { id: personId, name },
  }));
  return { entries, next: rows.length > query.limit ? (entries.at(-1)?.id ?? null) : null };
}

/** The activity log, read across all capabilities. */
export function activityRoutes() {
  const os = implement(activityContract).$context<RequestContext>();
  return os.router({
    list: os.list.handler(({ context, input }) => context.inFacility((facility) => activityPage(facility, input))),
  });
}
