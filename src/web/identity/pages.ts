import { lazyRouteComponent } from '@tanstack/react-router';
import { lazy } from 'react';
import type { OrganisationRole } from '#core/identity/role.ts';

export const SignInPage = lazyRouteComponent(() => import('./SignInPage.tsx'), 'SignInPage');
export const SsoCallbackPage = lazyRouteComponent(() => import('./sso/SsoCallbackPage.tsx'), 'SsoCallbackPage');
export const SsoConnectionPage = lazyRouteComponent(() => import('./sso/SsoConnectionPage.tsx'), 'SsoConnectionPage');
export const SsoGroupsPage = lazyRouteComponent(() => import('./sso/SsoGroupsPage.tsx'), 'SsoGroupsPage');
export const FacilitySsoCard = lazy(async () => ({
  default: (await import('./sso/FacilitySsoCard.tsx')).FacilitySsoCard,
}));
export const SetUpPage = lazyRouteComponent(() => import('./SetUpPage.tsx'), 'SetUpPage');
export const InvitationPage = lazyRouteComponent(() => import('./InvitationPage.tsx'), 'InvitationPage');
export const SecondFactorPage = lazyRouteComponent(() => import('./SecondFactorPage.tsx'), 'SecondFactorPage');
export const AccessTokensPage = lazyRouteComponent(
  () => import('./access-token/AccessTokensPage.tsx'),
  'AccessTokensPage',
);
export const MembersPage = lazyRouteComponent(() => import('./MembersPage.tsx'), 'MembersPage');
export const InvitePage = lazyRouteComponent(() => import('./InvitePage.tsx'), 'InvitePage');
export const AccountPage = lazyRouteComponent(() => import('./account/AccountPage.tsx'), 'AccountPage');
export const RecoveryCodesPage = lazyRouteComponent(
  () => import('./account/RecoveryCodesPage.tsx'),
  'RecoveryCodesPage',
);
export const OwnRecordPage = lazyRouteComponent(() => import('./own-record/OwnRecordPage.tsx'), 'OwnRecordPage');
export const RenewalPage = lazyRouteComponent(() => import('./account/RenewalPage.tsx'), 'RenewalPage');
export const ResetPage = lazyRouteComponent(() => import('./reset/ResetPage.tsx'), 'ResetPage');
export const ResetLinkPage = lazyRouteComponent(() => import('./reset/ResetLinkPage.tsx'), 'ResetLinkPage');
export const SystemResetPage = lazyRouteComponent(() => import('./reset/SystemResetPage.tsx'), 'SystemResetPage');
export const IssueInvitation = lazy(async () => ({
  default: (await import('./IssueInvitation.tsx')).IssueInvitation<OrganisationRole>,
}));
export const RolesDialog = lazy(async () => ({
  default: (await import('./RolesDialog.tsx')).RolesDialog<OrganisationRole>,
}));
export const FirstInvitation = lazy(async () => ({ default: (await import('./FirstInvitation.tsx')).FirstInvitation }));

export const SignInForm = lazy(async () => ({ default: (await import('./SignInForm.tsx')).SignInForm }));

export const StepUpForm = lazy(async () => ({ default: (await import('./StepUpForm.tsx')).StepUpForm }));
