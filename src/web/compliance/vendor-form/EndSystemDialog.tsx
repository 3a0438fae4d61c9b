import { useMutation, useQueryClient } from '@tanstack/react-query';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { ConfirmDialog } from '#web/ui/Dialog.tsx';
import { notify } from '#web/ui/notify.ts';
import { compliance, type ShownSystem, vendorSystemsQuery } from '../calls.ts';

type EndSystemDialogProps = {
  readonly facilityId: string;
  readonly system: ShownSystem;
  readonly onClose: () => void;
};

/** Asks once, and says of a system that it is no longer in use. */
export function EndSystemDialog({ facilityId, system, onClose }: EndSystemDialogProps) {
  const client = useQueryClient();
  const again = () => client.invalidateQueries({ queryKey: vendorSystemsQuery(facilityId).queryKey });
  const act = useMutation(
    compliance.editVendorSystem.mutationOptions({
      onSuccess: async () => {
        await again();
        notify(`「${system.system}」を、使い終わったことにしました。`);
        onClose();
      },
      onError: again,
    }),
  );
  const { id: systemId, vendor, system: name, contact, email, revision } = system;
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title="このシステムは使い終わりましたか"
      confirm="使い終わったことにする"
      keep="このままにする"
      pending={act.isPending ? '保存しています' : undefined}
      onConfirm={() =>
        act.mutate({ facilityId, systemId, vendor, system: name, contact, email, revision, ended: true })
      }
    >
      <p className="font-700">
        {vendor}　{name}
      </p>
      <p className="mt-2">
        事業者に渡したリンクは、すぐに使えなくなります。これまでの様式は残り、いつでも「使っている一覧に戻す」で戻せます。
      </p>
      <RefusalNote error={act.error} title="保存できませんでした" />
    </ConfirmDialog>
  );
}
