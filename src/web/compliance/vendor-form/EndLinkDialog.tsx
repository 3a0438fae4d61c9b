import { useMutation, useQueryClient } from '@tanstack/react-query';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { ConfirmDialog } from '#web/ui/Dialog.tsx';
import { notify } from '#web/ui/notify.ts';
import { compliance, type ShownSystem, vendorSystemsQuery } from '../calls.ts';

type EndLinkDialogProps = {
  readonly facilityId: string;
  readonly system: ShownSystem;
  readonly onClose: () => void;
};

/** Asks once, and ends the link a vendor was given. */
export function EndLinkDialog({ facilityId, system, onClose }: EndLinkDialogProps) {
  const client = useQueryClient();
  const again = () => client.invalidateQueries({ queryKey: vendorSystemsQuery(facilityId).queryKey });
  const act = useMutation(
    compliance.endVendorLink.mutationOptions({
      onSuccess: async () => {
        await again();
        notify(`「${system.system}」のリンクを取り消しました。`);
        onClose();
      },
      onError: again,
    }),
  );
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title="事業者に渡したリンクを取り消しますか"
      confirm="リンクを取り消す"
      danger
      pending={act.isPending ? '取り消しています' : undefined}
      onConfirm={() => act.mutate({ facilityId, systemId: system.id })}
    >
      <p className="font-700">
        {system.vendor}　{system.system}
      </p>
      <p className="mt-2">渡したリンクは、すぐに使えなくなります。これまでの回答は残り、もう一度頼めます。</p>
      <RefusalNote error={act.error} title="取り消せませんでした" />
    </ConfirmDialog>
  );
}
