import { useMutation, useQueryClient } from '@tanstack/react-query';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { refusalCode } from '#web/platform/refusal.ts';
import { Button, ButtonLink } from '#web/ui/Button.tsx';
import { ConfirmDialog, Dialog } from '#web/ui/Dialog.tsx';
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
  const last = refusalCode(act.error) === 'identity/last-second-factor';
  if (last) return <LastOne name={name} error={act.error} onClose={onClose} />;
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

type LastOneProps = { readonly name: string; readonly error: unknown; readonly onClose: () => void };

/** The last second factor stays until there is another: the way to one. */
function LastOne({ name, error, onClose }: LastOneProps) {
  const actions = (
    <>
      <Button onPress={onClose}>このままにする</Button>
      <ButtonLink look="primary" href="/account/second-factor">
        確認コードを設定する
      </ButtonLink>
    </>
  );
  return (
    <Dialog open onClose={onClose} alert title={`パスキー「${name}」は、まだ外せません`} actions={actions}>
      <RefusalNote error={error} title="外せませんでした" />
    </Dialog>
  );
}
