import { useMutation, useQueryClient } from '@tanstack/react-query';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { ConfirmDialog } from '#web/ui/Dialog.tsx';
import { notify } from '#web/ui/notify.ts';
import { focusPageTitle } from '#web/ui/PageTitle.tsx';
import { accessToken, accessTokensQuery, type ListedToken } from './queries.ts';

type TokenRevocationProps = {
  readonly facilityId: string;
  readonly token: ListedToken;
  readonly onClose: () => void;
};

/** Asks before a key is ended. */
export function TokenRevocation({ facilityId, token: { id, name }, onClose }: TokenRevocationProps) {
  const queryClient = useQueryClient();
  const act = useMutation(
    accessToken.revoke.mutationOptions({
      onSuccess: async () => {
        notify(`「${name}」を取り消しました。`);
        onClose();
        await queryClient.invalidateQueries({ queryKey: accessTokensQuery(facilityId).queryKey });
        focusPageTitle();
      },
    }),
  );
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title={`「${name}」を取り消しますか`}
      confirm="キーを取り消す"
      danger
      pending={act.isPending ? '取り消しています' : undefined}
      onConfirm={() => act.mutate({ facilityId, tokenId: id })}
    >
      <p>このキーを使っているプログラムは、すぐに使えなくなります。元に戻せません。必要なら新しいキーを作ります。</p>
      <RefusalNote error={act.error} title="取り消せませんでした" />
    </ConfirmDialog>
  );
}
