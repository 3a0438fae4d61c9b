import { activityContract } from '#core/app/activity-contract.ts';
import { queriesFor } from '#web/platform/api.ts';
import type { ActivitySearch } from './activity-search.ts';

const activity = queriesFor(activityContract);

export type Entry = Awaited<ReturnType<typeof activity.list.call>>['entries'][number];

export const exportActivity = (facilityId: string, search: ActivitySearch) =>
  activity.export.call({ params: { facilityId }, query: search });

export function activityQuery(facilityId: string, search: ActivitySearch) {
  return activity.list.infiniteOptions({
    input: (after: string | undefined) => ({ facilityId, ...search, ...(after && { after }) }),
    initialPageParam: undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    // What happened since is what one looks for here.
    staleTime: 0,
  });
}

export function organisationActivityQuery(organisationId: string) {
  return activity.ofOrganisation.infiniteOptions({
    input: (after: string | undefined) => ({ organisationId, ...(after && { after }) }),
    initialPageParam: undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    staleTime: 0,
  });
}

export function peopleQuery(facilityId: string) {
  return activity.people.queryOptions({ input: { facilityId } });
}

const lookAgainMs = 5_000;

/** The head of the seals; the first of an installation is made some seconds after its first act. */
export function headQuery(facilityId: string) {
  return activity.head.queryOptions({
    input: { facilityId },
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data === null ? lookAgainMs : false),
  });
}
