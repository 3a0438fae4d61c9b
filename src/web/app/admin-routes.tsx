import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { FormsPage, MappingPage, ReviewPage, VersionPreviewPage, VersionsPage } from '#web/catalogue/index.ts';
import { SsoConnectionPage, SystemResetPage } from '#web/identity/index.ts';
import {
  ImportPage,
  InviteFirstPersonPage,
  importSearch,
  importsQuery,
  NewFacilityPage,
  OrganisationsPage,
  RegisteredFacilityPage,
  RegisterPage,
  registeredQuery,
  registerQuery,
  registerSearch,
} from '#web/organisation/index.ts';
import { signedIn } from './signed-in-route.tsx';

const admin = createRoute({
  getParentRoute: () => signedIn,
  path: '/admin',
  beforeLoad: ({ context }) => {
    const administers = context.session.systemRoles.includes('system-administrator');
    if (!administers) throw redirect({ to: '/facilities', search: { closed: true } });
  },
  component: lazyRouteComponent(() => import('./admin/AdminFrame.tsx'), 'AdminFrame'),
});

const start = createRoute({
  getParentRoute: () => admin,
  path: '/',
  loader: ({ context: { queryClient } }) =>
    Promise.all([queryClient.fetchQuery(importsQuery()), queryClient.fetchQuery(registerQuery({ only: 'opened' }))]),
  component: lazyRouteComponent(() => import('./admin/AdminPage.tsx'), 'AdminPage'),
});

const register = createRoute({
  getParentRoute: () => admin,
  path: '/register',
  validateSearch: registerSearch,
  component: RegisterPage,
});

const importing = createRoute({
  getParentRoute: () => admin,
  path: '/register/import',
  validateSearch: importSearch,
  component: ImportPage,
});

const newFacility = createRoute({ getParentRoute: () => admin, path: '/register/new', component: NewFacilityPage });

const registered = createRoute({
  getParentRoute: () => admin,
  path: '/register/$facilityId',
  component: RegisteredFacilityPage,
});

const inviteFirst = createRoute({
  getParentRoute: () => admin,
  path: '/facilities/$facilityId/invite',
  loader: ({ context, params }) => context.queryClient.ensureQueryData(registeredQuery(params.facilityId)),
  component: lazyRouteComponent(() => import('./admin/InviteFirstPage.tsx'), 'InviteFirstPage'),
});

const resetLink = createRoute({ getParentRoute: () => admin, path: '/reset', component: SystemResetPage });
const organisations = createRoute({
  getParentRoute: () => admin,
  path: '/organisations',
  component: OrganisationsPage,
});
const inviteFirstPerson = createRoute({
  getParentRoute: () => admin,
  path: '/organisations/$organisationId/invite',
  component: InviteFirstPersonPage,
});

const ssoConnection = createRoute({
  getParentRoute: () => admin,
  path: '/organisations/$organisationId/sso',
  component: SsoConnectionPage,
});

const backup = createRoute({
  getParentRoute: () => admin,
  path: '/backup',
  component: lazyRouteComponent(() => import('./admin/BackupPage.tsx'), 'BackupPage'),
});

const versions = createRoute({ getParentRoute: () => admin, path: '/versions', component: VersionsPage });
const versionPreview = createRoute({
  getParentRoute: () => admin,
  path: '/versions/$sheetId/$version',
  component: VersionPreviewPage,
});

const officialForms = createRoute({
  getParentRoute: () => admin,
  path: '/versions/official-forms',
  component: FormsPage,
});
const formMapping = createRoute({
  getParentRoute: () => admin,
  path: '/versions/official-forms/$draftId',
  component: MappingPage,
});
const formReview = createRoute({
  getParentRoute: () => admin,
  path: '/versions/official-forms/$draftId/items',
  component: ReviewPage,
});

export const adminRoutes = admin.addChildren([
  start,
  register,
  importing,
  newFacility,
  registered,
  inviteFirst,
  resetLink,
  organisations,
  inviteFirstPerson,
  ssoConnection,
  backup,
  versions,
  versionPreview,
  officialForms,
  formMapping,
  formReview,
]);
