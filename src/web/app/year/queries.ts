import { yearContract } from '#core/app/year/year-contract.ts';
import { queriesFor } from '#web/platform/api.ts';

export const years = queriesFor(yearContract);

export type YearView = Awaited<ReturnType<typeof years.read.call>>;
export type ShownStep = YearView['steps'][number];
export type ShownDue = YearView['dues'][number];

/** The fiscal year of a facility, always as it stands now. */
export const yearQuery = (facilityId: string) => years.read.queryOptions({ input: { facilityId }, staleTime: 0 });

/** When the person made the link of the own calendar. */
export const calendarQuery = (facilityId: string) => years.calendar.queryOptions({ input: { facilityId } });
