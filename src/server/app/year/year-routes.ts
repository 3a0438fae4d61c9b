import { implement } from '@orpc/server';
import { yearContract } from '#core/app/year/year-contract.ts';
import type { Catalogue } from '#core/catalogue/catalogue.ts';
import type { RequestContext } from '../../platform/http/context.ts';
import { calendarFeed } from './calendar-feed.ts';
import { findLink } from './calendar-repository.ts';
import { endCalendar, makeCalendar } from './make-calendar.ts';
import { readYear } from './read-year.ts';
import { setYearDay } from './set-year-day.ts';

export function yearRoutes(parts: { readonly catalogue: Catalogue; readonly address: () => string }) {
  const { catalogue } = parts;
  const os = implement(yearContract).$context<RequestContext>();
  return os.router({
    read: os.read.handler(({ context }) => context.inFacility((facility) => readYear(facility, catalogue))),
    setDay: os.setDay.handler(({ context, input }) =>
      context.inFacility((facility) => setYearDay(facility, catalogue, input)),
    ),
    calendar: os.calendar.handler(({ context }) =>
      context.inFacility(async (facility) => (await findLink(facility)) ?? null),
    ),
    makeCalendar: os.makeCalendar.handler(({ context }) => context.inFacility(makeCalendar)),
    endCalendar: os.endCalendar.handler(({ context }) => context.inFacility(endCalendar)),
    feed: os.feed.handler(({ context, input }) => calendarFeed(context, parts, input.secret)),
  });
}
