import { decideRoles } from '#core/identity/member-roles.ts';
import type { OrganisationRole } from '#core/identity/role.ts';
import { lockOrganisationMembers, updateOrganisationRoles } from '../identity/index.ts';
import { recordOrganisationEvent } from '../platform/activity/record-event.ts';
import type { OrganisationContext } from '../platform/http/context.ts';
import { notFound, refused } from '../platform/http/refusal.ts';
import { announceOrganisationChange } from './announce-organisation-change.ts';

/** Gives a member of the organisation other roles; the last administrator stays one. */
export async function changeOrganisationRoles(
  context: OrganisationContext,
  { personId, roles }: { readonly personId: string; readonly roles: readonly OrganisationRole[] },
) {
  const { tx, organisationId } = context;
  const members = await lockOrganisationMembers(tx, organisationId);
  const member = members.find((each) => each.personId === personId);
  if (!member) throw notFound();
  const decision = decideRoles(members, { personId, roles });
  if (!decision.accepted) throw refused(decision.reason);
  const detail = { person: personId, former: member.roles.join(' '), roles: roles.join(' ') };
  await recordOrganisationEvent(context, 'organisation.roles-changed', detail);
  await updateOrganisationRoles(tx, { organisationId, personId }, roles);
  await announceOrganisationChange(tx, organisationId);
  return { personId, name: member.name, roles: [...roles] };
}
