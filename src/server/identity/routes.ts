import { implement } from '@orpc/server';
import { identityContract } from '#core/identity/contract.ts';
import type { RequestContext } from '../platform/http/context.ts';
import { acceptInvitation, joinFacility, readInvitation } from './accept-invitation.ts';
import { changeRoles } from './change-roles.ts';
import { confirmSecondFactor } from './confirm-second-factor.ts';
import { enrolSecondFactor } from './enrol-second-factor.ts';
import { hashingLine } from './hashing-line.ts';
import { invite } from './invite.ts';
import { inviteFirst } from './invite-first.ts';
import { listInvitations, listMembers } from './member-reads.ts';
import { readSession } from './read-session.ts';
import { type Leaving, removeMember } from './remove-member.ts';
import { setUp } from './set-up.ts';
import { signIn } from './sign-in.ts';
import { signOut } from './sign-out.ts';
import { signedIn } from './signed-in.ts';
import type { SsoParts } from './sso/begin-sso.ts';
import { withdrawInvitation } from './withdraw-invitation.ts';

type Parts = SsoParts & { readonly onLeaving: Leaving };

/** The contract of identity, each endpoint tied to its action; `onLeaving` ends what other capabilities hold of a member. */
export function identityRoutes({ box, address, onLeaving }: Parts) {
  const hashing = hashingLine();
  const os = implement(identityContract).$context<RequestContext>();
  return os.router({
    session: os.session.handler(({ context }) => {
      const actor = signedIn(context);
      return readSession(context, actor.personId, actor.secondFactor);
    }),
    signIn: os.signIn.handler(({ context, input }) => signIn(context, { box, hashing }, input)),
    mail: os.mail.handler(({ context }) => ({ offered: context.outbox !== undefined })),
    signOut: os.signOut.handler(({ context }) => signOut(context, signedIn(context), { box, address })),
    enrolSecondFactor: os.enrolSecondFactor.handler(({ context }) =>
      enrolSecondFactor(context, signedIn(context), box),
    ),
    confirmSecondFactor: os.confirmSecondFactor.handler(({ context, input }) =>
      confirmSecondFactor(context, signedIn(context), box, input.code),
    ),
    setUp: os.setUp.handler(({ context, input }) => setUp(context, hashing, input)),
    readInvitation: os.readInvitation.handler(({ context, input }) => readInvitation(context, input.token)),
    acceptInvitation: os.acceptInvitation.handler(({ context, input }) => acceptInvitation(context, hashing, input)),
    joinFacility: os.joinFacility.handler(({ context, input }) =>
      joinFacility(context, signedIn(context), input.token),
    ),
    members: os.members.handler(({ context }) => context.inFacility(listMembers)),
    changeRoles: os.changeRoles.handler(({ context, input }) =>
      context.inFacility((facility) => changeRoles(facility, input)),
    ),
    removeMember: os.removeMember.handler(({ context, input }) =>
      context.inFacility((facility) => removeMember(facility, input.personId, onLeaving)),
    ),
    invitations: os.invitations.handler(({ context }) => context.inFacility(listInvitations)),
    invite: os.invite.handler(({ context, input }) => context.inFacility((facility) => invite(facility, input))),
    withdrawInvitation: os.withdrawInvitation.handler(({ context, input }) =>
      context.inFacility((facility) => withdrawInvitation(facility, input.invitationId)),
    ),
    inviteFirst: os.inviteFirst.handler(({ context, input }) => inviteFirst(context, signedIn(context), input)),
  });
}
