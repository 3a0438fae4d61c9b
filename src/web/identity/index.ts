export { loadAccount } from './account/queries.ts';
export { inviteSearch } from './invite-search.ts';
export { landingOf, nextPath } from './landing.ts';
export { keepLinkSecret, useLinkSecret } from './link-secret.ts';
export { MemberSelect } from './MemberSelect.tsx';
export { isUnderWay, lookAgainMs, mailWords } from './mail-words.ts';
export { NarrowPage } from './NarrowPage.tsx';
export { OwnerMark } from './OwnerMark.tsx';
export {
  AccessTokensPage,
  AccountPage,
  FacilitySsoCard,
  FirstInvitation,
  InvitationPage,
  InvitePage,
  IssueInvitation,
  MembersPage,
  OwnRecordPage,
  RecoveryCodesPage,
  RenewalPage,
  ResetLinkPage,
  ResetPage,
  RolesDialog,
  SecondFactorPage,
  SetUpPage,
  SignInForm,
  SignInPage,
  SsoCallbackPage,
  SsoConnectionPage,
  SsoGroupsPage,
  StepUpForm,
  SystemResetPage,
} from './pages.ts';
export { QrCode } from './QrCode.tsx';
export { invitationsQuery, membersQuery, sessionQuery, useSession } from './queries.ts';
export { signInSearch } from './sign-in-search.ts';
export { keepProviderAnswer } from './sso/provider-answer.ts';
export { useMail } from './use-mail.ts';
export { useSignOut } from './use-sign-out.ts';
