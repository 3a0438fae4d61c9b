import { useBlocker } from '@tanstack/react-router';
import { Late } from '#web/platform/Late.tsx';
import { ahead } from '#web/platform/late-part.ts';
import { useAnswering } from '../answering.ts';

const loadLeaveDialog = ahead(async () => (await import('./LeaveDialog.tsx')).LeaveDialog);

const patience = 1_500;

/** Asks before a page is left while something is not saved. */
export function LeaveGuard() {
  const { autosave, run } = useAnswering();
  const unsaved = () => run.status === 'open' && autosave.drafts().size > 0;
  const { status, proceed, reset } = useBlocker({
    withResolver: true,
    enableBeforeUnload: unsaved,
    shouldBlockFn: async ({ current, next }) => {
      if (current.pathname === next.pathname || !unsaved()) return false;
      await autosave.settled(patience);
      return unsaved();
    },
  });
  if (status !== 'blocked') return null;
  return <Late load={loadLeaveDialog} props={{ count: autosave.drafts().size, onLeave: proceed, onStay: reset }} />;
}
