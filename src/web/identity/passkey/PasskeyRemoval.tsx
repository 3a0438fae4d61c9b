import { useMutation, useQueryClient } from '@tanstack/react-query';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { ConfirmDialog } from '#web/ui/Dialog.tsx';
import { notify } from '#web/ui/notify.ts';
import { sessionQuery } from '../queries.ts';
import { type Passkey, passkeys, passkeysQuery, withPasskeys } from './passkey-queries.ts';

type PasskeyRemovalProps = { readonly passkey: Passkey; readonly onClose: () => void };

/** Asks before a passkey is taken away. */
export function PasskeyRemoval({ passkey: { id, name }, onClose }: PasskeyRemovalProps) {
  const queryClient = useQueryClient();
  const act = useMutation(
    passkeys.remove.mutationOptions({
      onSuccess: async () => {
        const change = withPasskeys((all) => all.filter((each) => each.id !== id));
        queryClient.setQueryData(passkeysQuery().queryKey, change);
        notify(`パスキー「${name}」を外しました。`);
        onClose();
        await queryClient.invalidateQueries({ queryKey: sessionQuery().queryKey });
      },
    }),
  );
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title={`パスキー「${name}」を外しますか`}
      confirm="パスキーを外す"
      danger
      pending={act.isPending ? '外しています' : undefined}
      onConfirm={() => act.mutate({ passkeyId: id })}
    >
      <div className="flex flex-col gap-3">
        <p>
          すぐに、このパスキーではサインインできなくなります。端末の中のパスキーは残るので、要らなければ端末の設定から消してください。
        </p>
        <RefusalNote error={act.error} title="外せませんでした" />
      </div>
    </ConfirmDialog>
  );
}
