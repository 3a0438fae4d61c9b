export { inviteSearch } from './invite-search.ts';
export { landingOf, nextPath } from './landing.ts';
export { keepLinkSecret } from './link-secret.ts';
export {
  FirstInvitation,
  InvitationPage,
  InvitePage,
  IssueInvitation,
  MembersPage,
  RolesDialog,
  SecondFactorPage,
  SetUpPage,
  SignInForm,
  SignInPage,
} from './pages.ts';
export { invitationsQuery, membersQuery, sessionQuery, useSession } from './queries.ts';
export { rememberSignedIn, wasSignedIn } from './session-hint.ts';
export { signInSearch } from './sign-in-search.ts';
export { useSignOut } from './use-sign-out.ts';
