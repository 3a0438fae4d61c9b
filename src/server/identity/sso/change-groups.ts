import { decideRule, type GroupRule } from '#core/identity/sso/group-roles.ts';
import type { GroupsView } from '#core/identity/sso-contract.ts';
import { recordOrganisationEvent } from '../../platform/activity/record-event.ts';
import type { OrganisationContext } from '../../platform/http/context.ts';
import { notFound, refused } from '../../platform/http/refusal.ts';
import { deleteGroup, findConnectionName, findGroups, findSsoFacilities, saveGroup } from './group-repository.ts';

/** What groups of the provider give, and where they can give something. */
export async function readGroups({ tx, organisationId }: OrganisationContext): Promise<GroupsView> {
  return {
    connection: (await findConnectionName(tx, organisationId)) ?? null,
    groups: await findGroups(tx, organisationId),
    facilities: await findSsoFacilities(tx, organisationId),
  };
}

type AddedGroup = Omit<GroupRule, 'facilityId'> & { readonly memberId: string | null };

/** Lets a group give roles in the organisation, or at a facility that has opened itself to its provider. */
export async function addGroup(context: OrganisationContext, input: AddedGroup): Promise<void> {
  const { tx, organisationId } = context;
  const facilities = await findSsoFacilities(tx, organisationId);
  const rule = { group: input.group, facilityId: input.memberId, roles: input.roles };
  const decision = decideRule(rule, new Set(facilities.flatMap(({ id, opened }) => (opened ? [id] : []))));
  if (!decision.accepted) throw refused(decision.reason);
  const detail = { facility: rule.facilityId, roles: decision.roles.join(' ') };
  await recordOrganisationEvent(context, 'organisation.sso-groups-changed', detail);
  await saveGroup(tx, organisationId, { ...rule, roles: decision.roles });
}

/** Lets a group give nothing there any more, from the next sign-in on. */
export async function removeGroup(context: OrganisationContext, groupId: string): Promise<void> {
  const { tx, organisationId } = context;
  if (!(await deleteGroup(tx, organisationId, groupId))) throw notFound();
  await recordOrganisationEvent(context, 'organisation.sso-groups-changed', { removed: groupId });
}
