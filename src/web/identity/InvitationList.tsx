import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { refusalWords } from '#web/platform/refusal.ts';
import { Button, ButtonLink } from '#web/ui/Button.tsx';
import { Card } from '#web/ui/Card.tsx';
import { Day } from '#web/ui/Day.tsx';
import { ConfirmDialog } from '#web/ui/Dialog.tsx';
import { notify } from '#web/ui/notify.ts';
import { isUnderWay, lookAgainMs, mailWords } from './mail-words.ts';
import { PersonLine } from './PersonLine.tsx';
import { identity, invitationsQuery } from './queries.ts';

type Invitation = Awaited<ReturnType<typeof identity.invitations.call>>[number];

/** Invitations nobody has taken yet: still open, or run out. */
export function InvitationList({ facilityId }: { readonly facilityId: string }) {
  const { data } = useSuspenseQuery({
    ...invitationsQuery(facilityId),
    refetchInterval: ({ state }) => (state.data?.some(({ mail }) => isUnderWay(mail)) ? lookAgainMs : false),
  });
  const [withdrawing, setWithdrawing] = useState<Invitation>();
  const shown = data.filter(({ state }) => state === 'waiting' || state === 'expired');
  if (shown.length === 0) return null;
  return (
    <Card title="招待中" aside={`${shown.filter(({ state }) => state === 'waiting').length}人が未登録`}>
      <ul>
        {shown.map((invitation) => (
          <InvitationLine
            key={invitation.id}
            facilityId={facilityId}
            invitation={invitation}
            onWithdraw={() => setWithdrawing(invitation)}
          />
        ))}
      </ul>
      {withdrawing && (
        <Withdrawal facilityId={facilityId} invitation={withdrawing} onClose={() => setWithdrawing(undefined)} />
      )}
    </Card>
  );
}

type LineProps = {
  readonly facilityId: string;
  readonly invitation: Invitation;
  readonly onWithdraw: () => void;
};

function InvitationLine({ facilityId, invitation, onWithdraw }: LineProps) {
  const { name, roles, state, expiresAt, mail } = invitation;
  const over = state === 'expired';
  return (
    <PersonLine
      name={name}
      mark={over && '期限切れ'}
      roles={roles}
      note={
        <span className="flex flex-wrap gap-x-3">
          <span>
            期限 <Day at={new Date(expiresAt)} />
          </span>
          {mail && <span className={mail === 'failed' ? 'text-orange-1000' : ''}>{mailWords[mail]}</span>}
        </span>
      }
      action={
        over ? (
          <ButtonLink size="small" href={againHref(facilityId, invitation)}>
            もう一度招く
          </ButtonLink>
        ) : (
          <Button
            size="small"
            onPress={onWithdraw}
            label={`${name}さんの招待を${mail === 'failed' ? '作り直す' : '取り消す'}`}
          >
            {mail === 'failed' ? '作り直す' : '取り消す'}
          </Button>
        )
      }
    />
  );
}

const againHref = (facilityId: string, { name, roles }: Invitation) =>
  `/facilities/${facilityId}/members/invite?${new URLSearchParams({ name, ...(roles[0] && { role: roles[0] }) })}`;

type WithdrawalProps = {
  readonly facilityId: string;
  readonly invitation: Invitation;
  readonly onClose: () => void;
};

function Withdrawal({ facilityId, invitation, onClose }: WithdrawalProps) {
  const queryClient = useQueryClient();
  const router = useRouter();
  const again = invitation.mail === 'failed';
  const act = useMutation(
    identity.withdrawInvitation.mutationOptions({
      onSuccess: async () => {
        notify(`${invitation.name}さんの招待を取り消しました。`);
        if (again) await router.navigate({ href: againHref(facilityId, invitation) });
      },
      onError: (error) => notify(`取り消せませんでした。${refusalWords(error)}`),
      onSettled: async () => {
        onClose();
        await queryClient.invalidateQueries({ queryKey: invitationsQuery(facilityId).queryKey });
      },
    }),
  );
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title={`${invitation.name}さんの招待を${again ? '作り直しますか' : '取り消しますか'}`}
      confirm={again ? '取り消して作り直す' : '招待を取り消す'}
      danger
      pending={act.isPending ? '取り消しています' : undefined}
      onConfirm={() => act.mutate({ facilityId, invitationId: invitation.id })}
    >
      渡したリンクは、すぐに使えなくなります。必要になったら、もう一度招けます。
    </ConfirmDialog>
  );
}
