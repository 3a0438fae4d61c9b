import type { Agreement, Terms } from '#core/organisation/support-contract.ts';
import { recordActivity } from '../platform/activity/record-activity.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { notFound } from '../platform/http/refusal.ts';
import { newAgreement } from './agreement-row.ts';
import { findOrganisation } from './organisation-repository.ts';
import { findAgreement, insertAgreement } from './support-repository.ts';

/** Lets an organisation's supporters into the facility, from now until the last day. */
export async function offerSupport(
  context: FacilityContext,
  { organisationId, ...terms }: Terms & { readonly organisationId: string },
): Promise<Agreement> {
  const { tx, facilityId, personId, now } = context;
  const organisation = await findOrganisation(tx, organisationId);
  if (!organisation) throw notFound();
  const row = await newAgreement(tx, { facilityId, organisation, terms, personId, now });
  const detail = { organisation: organisationId, scope: terms.scope.join(' '), ends: row.ends_at.toISOString() };
  await recordActivity(context, 'support.offered', row.id, detail);
  await insertAgreement(tx, { ...row, accepted_by: personId, accepted_at: now });
  return findAgreement(tx, { facilityId }, row.id, now);
}
