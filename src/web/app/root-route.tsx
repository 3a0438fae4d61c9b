import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext } from '@tanstack/react-router';
import { FaultPage } from './FaultPage.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';
import { PublicFrame } from './PublicFrame.tsx';
import { Root } from './Root.tsx';

type RouterContext = { readonly queryClient: QueryClient };

export const rootRoute = createRootRouteWithContext<RouterContext>()({
  component: Root,
  notFoundComponent: () => (
    <PublicFrame>
      <NotFoundPage />
    </PublicFrame>
  ),
  errorComponent: ({ error }) => (
    <PublicFrame>
      <FaultPage error={error} />
    </PublicFrame>
  ),
});
