import { useMutation } from '@tanstack/react-query';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { ConfirmDialog } from '#web/ui/Dialog.tsx';
import { notify } from '#web/ui/notify.ts';
import { plans } from '../calls.ts';
import type { ShownRequest } from '../decision-calls.ts';
import { useAnew } from './use-decision.ts';

type WithdrawDialogProps = {
  readonly facilityId: string;
  readonly request: ShownRequest;
  readonly onClose: () => void;
};

/** Asks once, and takes a request back. */
export function WithdrawDialog({ facilityId, request: { id, title, decisions }, onClose }: WithdrawDialogProps) {
  const anew = useAnew();
  const act = useMutation(
    plans.withdrawRequest.mutationOptions({
      onSuccess: async () => {
        notify(`「${title}」を取り下げました。`);
        await anew();
        onClose();
      },
      onError: anew,
    }),
  );
  return (
    <ConfirmDialog
      open
      title="決めてもらうことを取り下げますか"
      confirm="取り下げる"
      keep="このままにする"
      onConfirm={() => act.mutate({ facilityId, requestId: id })}
      pending={act.isPending ? '取り下げています' : undefined}
      onClose={onClose}
    >
      <p className="font-700">{title}</p>
      <p className="mt-2">
        今決めることから外れます。
        {decisions.length > 0 && 'これまでの決定は、記録に残ります。'}
      </p>
      <RefusalNote error={act.error} title="取り下げられませんでした" />
    </ConfirmDialog>
  );
}
