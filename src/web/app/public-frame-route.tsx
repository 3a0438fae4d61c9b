import { createRoute } from '@tanstack/react-router';
import { PublicFrame } from './PublicFrame.tsx';
import { rootRoute } from './root-route.tsx';

/** Pages for guests. */
export const publicFrame = createRoute({
  getParentRoute: () => rootRoute,
  id: 'public',
  component: () => <PublicFrame />,
});

/** Signing in, setting up, joining. */
export const doorFrame = createRoute({
  getParentRoute: () => rootRoute,
  id: 'door',
  component: () => <PublicFrame door />,
});
