import { Outlet, useRouter } from '@tanstack/react-router';
import { useLayoutEffect, useRef } from 'react';
import { RouterProvider as LinkProvider } from 'react-aria-components';
import { closeReadNotices } from '../ui/notify.ts';
import { type PageFocus, PageFocusContext } from '../ui/PageTitle.tsx';
import { Notices } from './Notices.tsx';

/** Around every page: links of the design system go through the router, a new page's heading takes the focus. */
export function Root() {
  const router = useRouter();
  const { current: pageFocus } = useRef<PageFocus>({ titled: false, due: false });
  useLayoutEffect(() => {
    let from = router.history.location.pathname;
    return router.history.subscribe(({ location: { pathname }, action }) => {
      // Before the first heading somebody may have gone on by the menu already; being led elsewhere is no leaving.
      if (pathname !== from && (pageFocus.titled || action.type !== 'REPLACE')) pageFocus.due = true;
      if (pathname !== from) closeReadNotices();
      from = pathname;
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
