import { recordActivity } from '../../platform/activity/record-activity.ts';
import type { FacilityContext } from '../../platform/http/context.ts';
import { refused } from '../../platform/http/refusal.ts';
import { findFacilityConnections, lockFacilityMembership, markSsoOpened } from './facility-repository.ts';

/** The connections of organisations the facility belongs to, and since when it lets their people in. */
export const listFacilityConnections = ({ tx, facilityId }: FacilityContext) => findFacilityConnections(tx, facilityId);

type Opening = { readonly organisationId: string; readonly open: boolean };

/** Lets the people of an organisation's provider sign in as members of the facility, or ends that at once for all who did. */
export async function openToSso(context: FacilityContext, { organisationId, open }: Opening): Promise<void> {
  const { tx, facilityId, personId, now } = context;
  const membership = await lockFacilityMembership(tx, facilityId, organisationId);
  if (!membership?.confirmed_at) throw refused('sso/not-a-member');
  if (open === (membership.sso_opened_at !== null)) return;
  await recordActivity(context, open ? 'organisation.sso-opened' : 'organisation.sso-closed', organisationId);
  await markSsoOpened(tx, { facilityId, organisationId }, open ? { personId, at: now } : null);
}
