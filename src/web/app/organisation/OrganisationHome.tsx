import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { hasArea } from '#core/organisation/organisation.ts';
import { organisationQuery, WorklistPage } from '#web/organisation/index.ts';
import { ProgrammePage } from '#web/programme/index.ts';

/** What an organisation opens with: the counts of its area, or the facilities it supports. */
export function OrganisationHome() {
  const { organisationId = '' } = useParams({ strict: false });
  const { data: organisation } = useSuspenseQuery(organisationQuery(organisationId));
  return hasArea(organisation.kind) ? <ProgrammePage /> : <WorklistPage />;
}
