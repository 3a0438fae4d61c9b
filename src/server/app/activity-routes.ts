import { implement } from '@orpc/server';
import { activityContract, exportActivityInput } from '#core/app/activity-contract.ts';
import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { activityHead, peopleOfActivity } from '../platform/activity/list-activity.ts';
import type { RequestContext } from '../platform/http/context.ts';
import { inputReader, streamed } from '../platform/http/streamed.ts';
import { activityPage } from './activity-page.ts';
import { exportActivity } from './export-activity.ts';
import { organisationActivityPage } from './organisation-activity-page.ts';

const exportHeaders = {
  'Content-Type': 'text/csv; charset=utf-8',
  'Content-Disposition': `attachment; filename="activity.csv"; filename*=UTF-8''${encodeURIComponent('操作の記録.csv')}`,
  'Cache-Control': 'private, no-store',
};

const exportInput = inputReader(exportActivityInput);

/** The activity log, read across all capabilities. */
export function activityRoutes(catalogue: Catalogue) {
  const os = implement(activityContract).$context<RequestContext>();
  return {
    list: os.list.handler(({ context, input: { facilityId: _, ...wanted } }) =>
      context.inFacility((facility) => activityPage(facility, catalogue, wanted)),
    ),
    ofOrganisation: os.ofOrganisation.handler(({ context, input }) =>
      context.inOrganisation((organisation) => organisationActivityPage(organisation, input)),
    ),
    people: os.people.handler(({ context }) => context.inFacility(peopleOfActivity)),
    head: os.head.handler(({ context }) => context.inFacility(activityHead)),
    export: streamed(async (c, context) => {
      const { query } = exportInput(c);
      return c.newResponse(await exportActivity(context, catalogue, query), 200, exportHeaders);
    }),
  };
}
