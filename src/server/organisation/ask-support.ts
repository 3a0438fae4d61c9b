import type { Agreement, Terms } from '#core/organisation/support-contract.ts';
import type { OrganisationContext } from '../platform/http/context.ts';
import { notFound } from '../platform/http/refusal.ts';
import { newAgreement } from './agreement-row.ts';
import { findOrganisation } from './organisation-repository.ts';
import { isOpened, recordAtFacility } from './reached-facility.ts';
import { findAgreement, insertAgreement } from './support-repository.ts';

/** Asks a facility to let the organisation's supporters in; nothing is open until the facility accepts. */
export async function askSupport(
  context: OrganisationContext,
  { memberId: facilityId, ...terms }: Terms & { readonly memberId: string },
): Promise<Agreement> {
  const { tx, organisationId, personId, now } = context;
  const organisation = await findOrganisation(tx, organisationId);
  if (!organisation || !(await isOpened(tx, facilityId))) throw notFound();
  const row = await newAgreement(tx, { facilityId, organisation, terms, personId, now });
  await insertAgreement(tx, row);
  await recordAtFacility(context, facilityId, 'support.asked', row.id);
  return findAgreement(tx, { organisationId }, row.id, now);
}
