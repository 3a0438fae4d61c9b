import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
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

export const signedInRoutes = signedIn.addChildren([
  personFrame.addChildren([facilities]),
  facilityRoutes,
  organisationRoutes,
  adminRoutes,
]);
