import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { ConfirmDialog } from '#web/ui/Dialog.tsx';
import { notify } from '#web/ui/notify.ts';
import { type ShownReceiver, webhooks } from './queries.ts';

type RemoveDialogProps = {
  readonly facilityId: string;
  readonly receiver: ShownReceiver;
  readonly onClose: () => void;
};

/** Asks before a receiver goes with everything it was told. */
export function RemoveDialog({ facilityId, receiver: { id, title }, onClose }: RemoveDialogProps) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const act = useMutation(
    webhooks.remove.mutationOptions({
      onSuccess: async () => {
        notify(`「${title}」を消しました。`);
        await client.invalidateQueries({ queryKey: webhooks.list.key() });
        await navigate({ to: `/facilities/${facilityId}/webhooks` });
      },
    }),
  );
  return (
    <ConfirmDialog
      open
      danger
      onClose={onClose}
      title={`「${title}」を消しますか`}
      confirm="受け取り先を消す"
      pending={act.isPending ? '消しています' : undefined}
      onConfirm={() => act.mutate({ facilityId, webhookId: id })}
    >
      <p>
        署名の鍵と、これまでに送った知らせの一覧も消えます。元に戻せません。しばらく送らないだけなら、止められます。
      </p>
      <RefusalNote error={act.error} title="消せませんでした" />
    </ConfirmDialog>
  );
}
