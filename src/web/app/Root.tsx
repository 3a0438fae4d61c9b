import { Outlet, useRouter } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { RouterProvider as LinkProvider } from 'react-aria-components';
import { PageFocus } from '../ui/PageTitle.tsx';
import { Notices } from './Notices.tsx';

/** Around every page: links of the design system go through the router, a new page's heading takes the focus. */
export function Root() {
  const router = useRouter();
  const pageFocus = useRef(false);
  useEffect(
    () =>
      router.subscribe('onBeforeNavigate', ({ fromLocation, pathChanged }) => {
        if (fromLocation && pathChanged) pageFocus.current = true;
      }),
    [router],
  );
  return (
    <LinkProvider navigate={(href) => void router.navigate({ href })}>
      <PageFocus value={pageFocus}>
        <Outlet />
        <Notices />
      </PageFocus>
    </LinkProvider>
  );
}
