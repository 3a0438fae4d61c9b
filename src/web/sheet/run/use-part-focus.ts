import { useContext, useLayoutEffect, useRef } from 'react';
import { PageFocusContext } from '#web/ui/PageTitle.tsx';

/** Another part is another page to whoever reads it: its heading takes the focus. */
export function usePartFocus(partId: string) {
  const pageFocus = useContext(PageFocusContext);
  const before = useRef(partId);
  useLayoutEffect(() => {
    if (before.current === partId) return;
    before.current = partId;
    pageFocus.due = true;
  }, [pageFocus, partId]);
}
