import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { ConfirmDialog } from '#web/ui/Dialog.tsx';
import { useWithdrawal } from './use-withdrawal.ts';

type WithdrawDialogProps = { readonly facilityId: string; readonly onClose: () => void };

/** Asks once before the facility stays: the others were told that it leaves. */
export function WithdrawDialog({ facilityId, onClose }: WithdrawDialogProps) {
  const { withdraw, error, pending } = useWithdrawal(facilityId, onClose);
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title="まもりの利用を続けますか"
      confirm="利用を続ける"
      keep="閉じる"
      pending={pending ? '記録しています' : undefined}
      onConfirm={withdraw}
    >
      <p>何も消えず、これまでどおり使えます。メールが使えるときは、管理者と経営層に知らせます。</p>
      <RefusalNote error={error} title="利用を続けることにできませんでした" />
    </ConfirmDialog>
  );
}
