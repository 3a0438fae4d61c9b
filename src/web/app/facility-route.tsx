import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { profileQuery } from '#web/organisation/index.ts';
import { signedIn } from './signed-in-route.tsx';

/** Every page of one facility; people who do not belong to it are sent to those they belong to. */
export const facility = createRoute({
  getParentRoute: () => signedIn,
  path: '/facilities/$facilityId',
  beforeLoad: ({ context, params }) => {
    const isMember = context.session.facilities.some(({ id }) => id === params.facilityId);
    if (!isMember) throw redirect({ to: '/facilities', search: { closed: true } });
  },
  loader: ({ context, params }) => context.queryClient.ensureQueryData(profileQuery(params.facilityId)),
  component: lazyRouteComponent(() => import('./FacilityFrame.tsx'), 'FacilityFrame'),
});
