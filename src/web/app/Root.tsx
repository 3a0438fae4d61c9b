import { Outlet, useRouter } from '@tanstack/react-router';
import { useLayoutEffect, useRef } from 'react';
import { RouterProvider as LinkProvider } from 'react-aria-components';
import { type PageFocus, PageFocusContext } from '../ui/PageTitle.tsx';
import { Notices } from './Notices.tsx';

/** Around every page: links of the design system go through the router, a new page's heading takes the focus. */
export function Root() {
  const router = useRouter();
  const { current: pageFocus } = useRef<PageFocus>({ titled: false, due: false });
  useLayoutEffect(() => {
    // The router's own `fromLocation` is not there yet when somebody goes on the moment the first page appears.
    let from = router.latestLocation.pathname;
    return router.subscribe('onBeforeNavigate', ({ toLocation }) => {
      if (toLocation.pathname !== from && pageFocus.titled) pageFocus.due = true;
      from = toLocation.pathname;
    });
  }, [router, pageFocus]);
  return (
    <LinkProvider navigate={(href) => void router.navigate({ href })}>
      <PageFocusContext value={pageFocus}>
        <Outlet />
        <Notices />
      </PageFocusContext>
    </LinkProvider>
  );
}
