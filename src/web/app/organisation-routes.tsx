import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { SsoGroupsPage } from '#web/identity/index.ts';
import { FindPage, InvitePersonPage, organisationQuery, PeoplePage } from '#web/organisation/index.ts';
import { RegionPage } from '#web/region/index.ts';
import { signedIn } from './signed-in-route.tsx';

/** Every page of one organisation above the facilities. */
const organisation = createRoute({
  getParentRoute: () => signedIn,
  path: '/organisations/$organisationId',
  beforeLoad: ({ context, params }) => {
    const isMember = context.session.organisations.some(({ id }) => id === params.organisationId);
    if (!isMember) throw redirect({ to: '/facilities', search: { closed: true } });
  },
  loader: ({ context, params }) => context.queryClient.ensureQueryData(organisationQuery(params.organisationId)),
  component: lazyRouteComponent(() => import('./organisation/OrganisationFrame.tsx'), 'OrganisationFrame'),
});

const home = createRoute({
  getParentRoute: () => organisation,
  path: '/',
  component: lazyRouteComponent(() => import('./organisation/OrganisationHome.tsx'), 'OrganisationHome'),
});
const region = createRoute({ getParentRoute: () => organisation, path: '/region', component: RegionPage });
const find = createRoute({ getParentRoute: () => organisation, path: '/find', component: FindPage });
const members = createRoute({ getParentRoute: () => organisation, path: '/members', component: PeoplePage });
const invite = createRoute({
  getParentRoute: () => organisation,
  path: '/members/invite',
  component: InvitePersonPage,
});

const groups = createRoute({ getParentRoute: () => organisation, path: '/sso', component: SsoGroupsPage });

const activity = createRoute({
  getParentRoute: () => organisation,
  path: '/activity',
  component: lazyRouteComponent(
    () => import('./organisation/OrganisationActivityPage.tsx'),
    'OrganisationActivityPage',
  ),
});

export const organisationRoutes = organisation.addChildren([home, region, find, members, invite, groups, activity]);
