import { useMutation } from '@tanstack/react-query';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { ConfirmDialog } from '#web/ui/Dialog.tsx';
import { type ShownReceiver, webhooks } from './queries.ts';
import { useAnew } from './use-anew.ts';

type RollDialogProps = {
  readonly facilityId: string;
  readonly receiver: ShownReceiver;
  readonly onClose: () => void;
  readonly onRolled: (secret: string) => void;
};

/** Asks before another secret takes the place of the one in use. */
export function RollDialog({ facilityId, receiver: { id, title }, onClose, onRolled }: RollDialogProps) {
  const anew = useAnew();
  const act = useMutation(
    webhooks.rollSecret.mutationOptions({
      onSuccess: async ({ secret }) => {
        await anew();
        onRolled(secret);
      },
    }),
  );
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title={`「${title}」の鍵を作り直しますか`}
      confirm="鍵を作り直す"
      pending={act.isPending ? '作っています' : undefined}
      onConfirm={() => act.mutate({ facilityId, webhookId: id })}
    >
      <p>新しい鍵を作ります。前の鍵でも24時間は署名するので、そのあいだに、受け取る側の鍵を替えてください。</p>
      <RefusalNote error={act.error} title="作り直せませんでした" />
    </ConfirmDialog>
  );
}
