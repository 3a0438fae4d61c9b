import { implement } from '@orpc/server';
import { yearContract } from '#core/app/year/year-contract.ts';
import type { Catalogue } from '#core/catalogue/catalogue.ts';
import type { RequestContext } from '../../platform/http/context.ts';
import { readYear } from './read-year.ts';
import { setYearDay } from './set-year-day.ts';

export function yearRoutes(catalogue: Catalogue) {
  const os = implement(yearContract).$context<RequestContext>();
  return os.router({
    read: os.read.handler(({ context }) => context.inFacility((facility) => readYear(facility, catalogue))),
    setDay: os.setDay.handler(({ context, input }) =>
      context.inFacility((facility) => setYearDay(facility, catalogue, input)),
    ),
  });
}
