import { implement } from '@orpc/server';
import { organisationsContract } from '#core/organisation/organisations-contract.ts';
import {
  findOrganisationInvitations,
  findOrganisationMembers,
  invitationState,
  mailOf,
  signedIn,
} from '../identity/index.ts';
import { asSystem } from '../platform/database/transaction.ts';
import type { OrganisationContext, RequestContext } from '../platform/http/context.ts';
import { notFound } from '../platform/http/refusal.ts';
import { changeOrganisationRoles } from './change-organisation-roles.ts';
import { createOrganisation } from './create-organisation.ts';
import { findOpened } from './find-opened.ts';
import { inviteFirstOfOrganisation } from './invite-first-of-organisation.ts';
import { inviteToOrganisation } from './invite-to-organisation.ts';
import { joinOrganisation } from './join-organisation.ts';
import { leaveOrganisation } from './leave-organisation.ts';
import { findMemberFacilities, findMemberships } from './membership-repository.ts';
import { everyOrganisation, findOrganisation } from './organisation-repository.ts';
import { proposeMembership } from './propose-membership.ts';
import { releaseMember } from './release-member.ts';
import { removeFromOrganisation } from './remove-from-organisation.ts';
import { withdrawFromOrganisation } from './withdraw-from-organisation.ts';

async function readOrganisation({ tx, organisationId }: OrganisationContext) {
  const organisation = await findOrganisation(tx, organisationId);
  if (!organisation) throw notFound();
  return organisation;
}

async function listInvitations({ tx, organisationId, now }: OrganisationContext) {
  const rows = await findOrganisationInvitations(tx, organisationId);
  return rows.map((row) => {
    const { id, name, roles, expires_at: expiresAt } = row;
    return { id, name, roles, expiresAt, state: invitationState(row, now), mail: mailOf(row) };
  });
}

const os = implement(organisationsContract).$context<RequestContext>();

const peopleRoutes = {
  members: os.members.handler(({ context }) =>
    context.inOrganisation(({ tx, organisationId }) => findOrganisationMembers(tx, organisationId)),
  ),
  changeRoles: os.changeRoles.handler(({ context, input }) =>
    context.inOrganisation((above) => changeOrganisationRoles(above, input)),
  ),
  removeMember: os.removeMember.handler(({ context, input }) =>
    context.inOrganisation((above) => removeFromOrganisation(above, input.personId)),
  ),
  invitations: os.invitations.handler(({ context }) => context.inOrganisation(listInvitations)),
  invite: os.invite.handler(({ context, input }) =>
    context.inOrganisation((above) => inviteToOrganisation(above, input)),
  ),
  withdrawInvitation: os.withdrawInvitation.handler(({ context, input }) =>
    context.inOrganisation((above) => withdrawFromOrganisation(above, input.invitationId)),
  ),
};

const facilityRoutes = {
  facilities: os.facilities.handler(({ context }) =>
    context.inOrganisation(({ tx, organisationId }) => findMemberFacilities(tx, organisationId)),
  ),
  findFacilities: os.findFacilities.handler(({ context, input }) => findOpened(context.db, input.words)),
  propose: os.propose.handler(({ context, input }) =>
    context.inOrganisation((above) => proposeMembership(above, input.memberId)),
  ),
  release: os.release.handler(({ context, input }) =>
    context.inOrganisation((above) => releaseMember(above, input.memberId)),
  ),
  memberships: os.memberships.handler(({ context }) =>
    context.inFacility(({ tx, facilityId }) => findMemberships(tx, facilityId)),
  ),
  join: os.join.handler(({ context, input }) => context.inFacility((facility) => joinOrganisation(facility, input))),
  leave: os.leave.handler(({ context, input }) =>
    context.inFacility((facility) => leaveOrganisation(facility, input.organisationId)),
  ),
};

/** The contract of organisations above the facilities, each endpoint tied to its action. */
export function organisationsRoutes() {
  return os.router({
    list: os.list.handler(({ context }) => asSystem(context.db, everyOrganisation)),
    create: os.create.handler(({ context, input }) => createOrganisation(context, signedIn(context), input)),
    inviteFirst: os.inviteFirst.handler(({ context, input }) =>
      inviteFirstOfOrganisation(context, signedIn(context), input),
    ),
    read: os.read.handler(({ context }) => context.inOrganisation(readOrganisation)),
    ...peopleRoutes,
    ...facilityRoutes,
  });
}
