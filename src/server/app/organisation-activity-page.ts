import type { ActivityPage } from '#core/app/activity-contract.ts';
import { organisationActTitle } from '#core/kernel/organisation-act.ts';
import { listOrganisationEvents, namesInOrganisation } from '../platform/activity/list-organisation-events.ts';
import type { OrganisationContext } from '../platform/http/context.ts';
import { pageOf } from './activity-page.ts';
import { detailWords } from './activity-words.ts';

type Wanted = { readonly after?: string | undefined; readonly limit: number };

/** One page in words of what was done in an organisation and about it. */
export async function organisationActivityPage(
  organisation: OrganisationContext,
  { after, limit }: Wanted,
): Promise<ActivityPage> {
  const rows = await listOrganisationEvents(organisation, { after, limit: limit + 1 });
  const ids = rows.flatMap(({ detail: { person, invitation, facility } }) => [person, invitation, facility]);
  const names = await namesInOrganisation(organisation, [
    ...new Set(ids.filter((id): id is string => typeof id === 'string')),
  ]);
  return pageOf(rows, limit, (row) => ({
    title: organisationActTitle(row.act),
    about: detailWords(row, names) || null,
  }));
}
