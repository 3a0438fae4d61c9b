import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import {
  AccountPage,
  loadAccount,
  OwnRecordPage,
  RecoveryCodesPage,
  RenewalPage,
  signInSearch,
} from '#web/identity/index.ts';
import { adminRoutes } from './admin-routes.tsx';
import { facilitiesSearch } from './facilities-search.ts';
import { facilityRoutes } from './facility-routes.tsx';
import { organisationRoutes } from './organisation-routes.tsx';
import { personFrame, signedIn } from './signed-in-route.tsx';

const facilities = createRoute({
  getParentRoute: () => personFrame,
  path: '/facilities',
  validateSearch: facilitiesSearch,
  component: lazyRouteComponent(() => import('./FacilitiesPage.tsx'), 'FacilitiesPage'),
});

const account = createRoute({
  getParentRoute: () => personFrame,
  path: '/account',
  validateSearch: signInSearch,
  loader: ({ context }) => loadAccount(context.queryClient),
  component: AccountPage,
});

const recoveryCodes = createRoute({
  getParentRoute: () => personFrame,
  path: '/account/recovery-codes',
  validateSearch: signInSearch,
  component: RecoveryCodesPage,
});

const renewal = createRoute({
  getParentRoute: () => personFrame,
  path: '/account/second-factor',
  component: RenewalPage,
});

const ownRecord = createRoute({
  getParentRoute: () => personFrame,
  path: '/account/record',
  component: OwnRecordPage,
});

const retention = createRoute({
  getParentRoute: () => personFrame,
  path: '/retention',
  component: lazyRouteComponent(() => import('./retention/RetentionPage.tsx'), 'RetentionPage'),
});

export const signedInRoutes = signedIn.addChildren([
  personFrame.addChildren([facilities, account, recoveryCodes, renewal, ownRecord, retention]),
  facilityRoutes,
  organisationRoutes,
  adminRoutes,
]);
