import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { AccessTokensPage, InvitePage, inviteSearch, MembersPage, ResetLinkPage } from '#web/identity/index.ts';
import { OfferPage, ProfilePage, SupportPage } from '#web/organisation/index.ts';
import { activitySearch } from './activity/activity-search.ts';
import { facility } from './facility-route.tsx';
import { riskRoutes } from './risk-routes.tsx';
import { runRoutes } from './run-routes.tsx';
import { yearQuery } from './year/queries.ts';

const home = createRoute({
  getParentRoute: () => facility,
  path: '/',
  loader: async ({ context, params }) => (await import('./home/load-home.ts')).loadHome({ ...context, ...params }),
  component: lazyRouteComponent(() => import('./home/HomePage.tsx'), 'HomePage'),
});

const profile = createRoute({ getParentRoute: () => facility, path: '/profile', component: ProfilePage });

const members = createRoute({ getParentRoute: () => facility, path: '/members', component: MembersPage });

const invite = createRoute({
  getParentRoute: () => facility,
  path: '/members/invite',
  validateSearch: inviteSearch,
  component: InvitePage,
});

const activity = createRoute({
  getParentRoute: () => facility,
  path: '/activity',
  validateSearch: activitySearch,
  component: lazyRouteComponent(() => import('./activity/ActivityPage.tsx'), 'ActivityPage'),
});

const resetLink = createRoute({
  getParentRoute: () => facility,
  path: '/members/$personId/reset',
  component: ResetLinkPage,
});

const accessTokens = createRoute({ getParentRoute: () => facility, path: '/tokens', component: AccessTokensPage });
const leaving = createRoute({
  getParentRoute: () => facility,
  path: '/leaving',
  component: lazyRouteComponent(() => import('./leaving/LeavingPage.tsx'), 'LeavingPage'),
});
const year = createRoute({
  getParentRoute: () => facility,
  path: '/year',
  loader: ({ context, params }) => void context.queryClient.prefetchQuery(yearQuery(params.facilityId)),
  component: lazyRouteComponent(() => import('./year/YearPage.tsx'), 'YearPage'),
});
const support = createRoute({ getParentRoute: () => facility, path: '/support', component: SupportPage });
const offer = createRoute({ getParentRoute: () => facility, path: '/support/new', component: OfferPage });

export const facilityRoutes = facility.addChildren([
  home,
  year,
  ...runRoutes,
  ...riskRoutes,
  profile,
  members,
  invite,
  accessTokens,
  activity,
  leaving,
  resetLink,
  support,
  offer,
]);
