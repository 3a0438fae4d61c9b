import { recordActivity } from '../platform/activity/record-activity.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { notFound } from '../platform/http/refusal.ts';
import { deleteMembership } from './membership-repository.ts';

/** Leaves an organisation, or declines its proposal: it sees nothing of the facility any more. */
export async function leaveOrganisation(context: FacilityContext, organisationId: string): Promise<void> {
  const { tx, facilityId } = context;
  if (!(await deleteMembership(tx, { facilityId, organisationId }))) throw notFound();
  await recordActivity(context, 'organisation.left', organisationId);
}
