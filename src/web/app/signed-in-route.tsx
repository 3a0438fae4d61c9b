import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { requireSession } from './require-session.ts';
import { FramedFault, rootRoute } from './root-route.tsx';

/** Every page below needs a session that lacks nothing. */
export const signedIn = createRoute({
  getParentRoute: () => rootRoute,
  id: 'signed-in',
  beforeLoad: requireSession,
  errorComponent: FramedFault,
  component: lazyRouteComponent(() => import('./SignedIn.tsx'), 'SignedIn'),
});

export const personFrame = createRoute({
  getParentRoute: () => signedIn,
  id: 'person',
  component: lazyRouteComponent(() => import('./PersonFrame.tsx'), 'PersonFrame'),
});
