import type { QueryClient } from '@tanstack/react-query';
import { type AnyRoute, createRouter } from '@tanstack/react-router';
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
  const router = createRouter({
    routeTree,
    context: { queryClient },
    defaultErrorComponent: FaultPage,
    defaultPendingMs: 300,
    defaultPendingComponent: Pending,
    scrollRestoration: true,
  });
  // The files of the first page come while the session is read; a page that fails to come says so when it is opened.
  const { routesById }: { routesById: Readonly<Record<string, AnyRoute>> } = router;
  for (const { routeId } of router.matchRoutes(router.latestLocation)) {
    const route = routesById[routeId];
    if (route) router.loadRouteChunk(route)?.catch(() => undefined);
  }
  return router;
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
