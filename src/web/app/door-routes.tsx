import { createRoute, type ParsedLocation, redirect } from '@tanstack/react-router';
import { VendorAnswerPage } from '#web/compliance/index.ts';
import {
  InvitationPage,
  keepLinkSecret,
  keepProviderAnswer,
  nextPath,
  ResetPage,
  SecondFactorPage,
  SetUpPage,
  SignInPage,
  SsoCallbackPage,
  signInSearch,
} from '#web/identity/index.ts';
import { wasSignedIn } from '#web/platform/session-hint.ts';
import { doorFrame } from './public-frame-route.tsx';
import { findSession } from './require-session.ts';

/** Takes the secret of a one-time link out of the address bar and the history before anything is drawn. */
function takeLinkSecret({ location }: { readonly location: ParsedLocation }): void {
  if (location.hash === '') return;
  keepLinkSecret(location.hash);
  throw redirect({ to: location.pathname, hash: '', replace: true });
}

const signIn = createRoute({
  getParentRoute: () => doorFrame,
  path: '/sign-in',
  validateSearch: signInSearch,
  beforeLoad: async ({ context, location, search }) => {
    if (!wasSignedIn()) return;
    const session = await findSession({ context, location }).catch(() => undefined);
    if (session) throw redirect({ href: nextPath(session, search.return), replace: true });
  },
  component: SignInPage,
});

const setUp = createRoute({
  getParentRoute: () => doorFrame,
  path: '/setup',
  beforeLoad: takeLinkSecret,
  component: SetUpPage,
});

const invitation = createRoute({
  getParentRoute: () => doorFrame,
  path: '/invitation',
  beforeLoad: takeLinkSecret,
  component: InvitationPage,
});

const reset = createRoute({
  getParentRoute: () => doorFrame,
  path: '/reset',
  beforeLoad: takeLinkSecret,
  component: ResetPage,
});

const vendorForm = createRoute({
  getParentRoute: () => doorFrame,
  path: '/vendor-form',
  beforeLoad: takeLinkSecret,
  component: VendorAnswerPage,
});

const secondFactor = createRoute({
  getParentRoute: () => doorFrame,
  path: '/second-factor',
  validateSearch: signInSearch,
  beforeLoad: findSession,
  component: SecondFactorPage,
});

const ssoCallback = createRoute({
  getParentRoute: () => doorFrame,
  path: '/sso/callback',
  beforeLoad: ({ location }) => {
    if (location.searchStr === '') return;
    keepProviderAnswer();
    throw redirect({ to: '/sso/callback', search: {}, replace: true });
  },
  component: SsoCallbackPage,
});

export const doorRoutes = doorFrame.addChildren([
  signIn,
  setUp,
  invitation,
  reset,
  vendorForm,
  secondFactor,
  ssoCallback,
]);
