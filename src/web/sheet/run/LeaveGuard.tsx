import { useBlocker } from '@tanstack/react-router';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { useAnswering } from '../answering.ts';

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
  return (
    <Dialog
      open
      alert
      onClose={reset}
      title={`まだ保存していない回答が${autosave.drafts().size}件あります`}
      actions={
        <>
          <Button onPress={proceed}>離れる</Button>
          <Button look="primary" onPress={reset}>
            ここに残る
          </Button>
        </>
      }
    >
      入力はこのブラウザに残り、次にこの点検を開いたときに保存します。ほかの端末では見えません。
    </Dialog>
  );
}
