import type { QueryClient } from '@tanstack/react-query';
import { createRouter } from '@tanstack/react-router';
import { AfterAWhile, Skeleton } from '../ui/Skeleton.tsx';
import { doorRoutes } from './door-routes.tsx';
import { FaultPage } from './FaultPage.tsx';
import { publicRoutes } from './public-routes.tsx';
import { rootRoute } from './root-route.tsx';
import { signedInRoutes } from './signed-in-routes.tsx';

const routeTree = rootRoute.addChildren([publicRoutes, doorRoutes, signedInRoutes]);

function Pending() {
  return (
    <AfterAWhile>
      <Skeleton />
    </AfterAWhile>
  );
}

export function makeRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree,
    context: { queryClient },
    defaultErrorComponent: FaultPage,
    defaultPendingMs: 300,
    defaultPendingComponent: Pending,
    scrollRestoration: true,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
