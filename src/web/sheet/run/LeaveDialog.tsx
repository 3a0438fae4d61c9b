import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';

type LeaveDialogProps = {
  /** Answers that are not saved. */
  readonly count: number;
  readonly onLeave: () => void;
  readonly onStay: () => void;
};

/** Asks whether a page is left though something on it is not saved. */
export function LeaveDialog({ count, onLeave, onStay }: LeaveDialogProps) {
  return (
    <Dialog
      open
      alert
      onClose={onStay}
      title={`まだ保存していない回答が${count}件あります`}
      actions={
        <>
          <Button onPress={onLeave}>離れる</Button>
          <Button look="primary" onPress={onStay}>
            ここに残る
          </Button>
        </>
      }
    >
      入力はこのブラウザに残り、次にこの点検を開いたときに保存します。ほかの端末では見えません。
    </Dialog>
  );
}
