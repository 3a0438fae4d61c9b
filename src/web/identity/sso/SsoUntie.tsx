import { useMutation, useQueryClient } from '@tanstack/react-query';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { ConfirmDialog } from '#web/ui/Dialog.tsx';
import { notify } from '#web/ui/notify.ts';
import { sessionQuery } from '../queries.ts';
import { useSignOut } from '../use-sign-out.ts';
import { ownSsoQuery, sso } from './queries.ts';

type SsoUntieProps = { readonly name: string; readonly onClose: () => void };

/** Asks before the tie of the own account to the organisation's provider is undone. */
export function SsoUntie({ name, onClose }: SsoUntieProps) {
  const { pending, error, untie } = useUntie(name, onClose);
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title={`${name}とのつながりを外しますか`}
      confirm="つながりを外す"
      danger
      pending={pending ? '外しています' : undefined}
      onConfirm={untie}
    >
      <div className="flex flex-col gap-3">
        <p>
          これからは、まもりのパスワードかパスキーだけでサインインします。{name}
          のアカウントで入った端末は、すぐにサインアウトします。
        </p>
        <p>組織のグループで決まっていた役割は、なくなります。施設や組織の管理者が決めた役割は、そのままです。</p>
        <RefusalNote error={error} title="外せませんでした" />
      </div>
    </ConfirmDialog>
  );
}

function useUntie(name: string, onClose: () => void) {
  const queryClient = useQueryClient();
  const signOut = useSignOut();
  const act = useMutation(
    sso.unlink.mutationOptions({
      onSuccess: async ({ signedOut }) => {
        notify(`${name}とのつながりを外しました。`);
        if (signedOut) return void (await signOut());
        onClose();
        await Promise.all(
          [ownSsoQuery(), sessionQuery()].map(({ queryKey }) => queryClient.invalidateQueries({ queryKey })),
        );
      },
    }),
  );
  return { pending: act.isPending, error: act.error, untie: () => act.isPending || act.mutate(undefined) };
}
