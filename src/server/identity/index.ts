export { accessTokenRoutes } from './access-token-routes.ts';
export { accountRoutes } from './account-routes.ts';
export { endSessions } from './end-sessions.ts';
export { findTokenActor } from './find-access-token.ts';
export { findActor } from './find-session.ts';
export { issueSetupLink, offerSetupLink } from './issue-setup-link.ts';
export { isKnownBrowser } from './known-browser.ts';
export { mailInvitation } from './mail-invitation.ts';
export { invitationState, mailOf } from './member-reads.ts';
export { findMembers, holdMembership } from './membership-repository.ts';
export { newOrganisationInvitation } from './new-invitation.ts';
export { openSecretBox } from './open-secret-box.ts';
export {
  endOrganisationMembership,
  findOrganisationInvitations,
  findOrganisationMembers,
  insertOrganisationInvitation,
  lockOpenOrganisationInvitation,
  lockOrganisationMembers,
  markOrganisationInvitationWithdrawn,
  organisationHasMembers,
  updateOrganisationRoles,
  withdrawFirstOfOrganisation,
} from './organisation-member-repository.ts';
export { eraseAccountOf, readRecordOf } from './own-record/erase-for-somebody.ts';
export { eraseUnused } from './own-record/erase-unused.ts';
export { keepErased, listErased, listErasedAsOwner } from './own-record/erased-people.ts';
export { ownRecordRoutes } from './own-record/routes.ts';
export { passkeyRoutes } from './passkey/routes.ts';
export { hashPassword } from './password-hash.ts';
export { insertPeople, personIds } from './person-repository.ts';
export { answerResetRequest } from './request-reset.ts';
export { identityRoutes } from './routes.ts';
export { type SecretBox, secretBox } from './secret-box.ts';
export { hashToken, newToken } from './secret-token.ts';
export { signedIn } from './signed-in.ts';
export { ssoRoutes } from './sso/sso-routes.ts';
export { startSession } from './start-session.ts';
