import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, type ErrorComponentProps } from '@tanstack/react-router';
import { FaultPage } from './FaultPage.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';
import { PublicFrame } from './PublicFrame.tsx';
import { Root } from './Root.tsx';

type RouterContext = { readonly queryClient: QueryClient };

/** A fault on a page that has no frame yet. */
export function FramedFault({ error }: Pick<ErrorComponentProps, 'error'>) {
  return (
    <PublicFrame>
      <FaultPage error={error} />
    </PublicFrame>
  );
}

export const rootRoute = createRootRouteWithContext<RouterContext>()({
  component: Root,
  notFoundComponent: () => (
    <PublicFrame>
      <NotFoundPage />
    </PublicFrame>
  ),
  errorComponent: FramedFault,
});
