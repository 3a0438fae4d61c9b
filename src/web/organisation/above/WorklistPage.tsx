import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { may } from '#core/identity/role.ts';
import { useSession } from '#web/identity/index.ts';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { Button, ButtonLink } from '#web/ui/Button.tsx';
import { Card } from '#web/ui/Card.tsx';
import { ConfirmDialog } from '#web/ui/Dialog.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { notify } from '#web/ui/notify.ts';
import { Page } from '#web/ui/Page.tsx';
import { type AgreementView, support, worklistQuery } from '../above-queries.ts';
import { drawnName } from '../FacilityName.tsx';
import { AgreementLine } from '../support/AgreementLine.tsx';

/** The facilities an organisation supports, with the way in. */
export function WorklistPage() {
  const { organisationId = '' } = useParams({ strict: false });
  const { data: agreements } = useSuspenseQuery(worklistQuery(organisationId));
  const roles = useSession().organisations.find(({ id }) => id === organisationId)?.roles ?? [];
  const asks = may(roles, 'support.ask');
  const groups = [
    { title: '支援している施設', states: ['live'] },
    { title: '施設の返事を待っているもの', states: ['asked'] },
    { title: '終わったもの', states: ['expired', 'ended', 'declined'] },
  ].map(({ title, states }) => ({ title, agreements: agreements.filter(({ state }) => states.includes(state)) }));
  const find = `/organisations/${organisationId}/find`;
  return (
    <Page
      title="支援する施設"
      sub="施設が決めた範囲と期限の中で入れます。見たことと、したことは、すべて施設の記録に残ります。"
      action={asks && agreements.length > 0 && <ButtonLink href={find}>施設を探す</ButtonLink>}
    >
      {agreements.length === 0 && <NothingYet find={asks ? find : undefined} />}
      {groups
        .filter((group) => group.agreements.length > 0)
        .map((group) => (
          <Group
            key={group.title}
            {...group}
            organisationId={organisationId}
            enters={roles.includes('supporter')}
            asks={asks}
          />
        ))}
    </Page>
  );
}

function NothingYet({ find }: { readonly find: string | undefined }) {
  return (
    <EmptyState
      icon="building"
      title="支援する施設はまだありません"
      action={
        find && (
          <ButtonLink look="primary" href={find}>
            施設を探す
          </ButtonLink>
        )
      }
    >
      施設が「支援者」のページで取り決めを作るか、「施設を探す」から支援を申し込んで施設が受けると、ここに並びます。
    </EmptyState>
  );
}

type GroupProps = {
  readonly title: string;
  readonly organisationId: string;
  readonly agreements: readonly AgreementView[];
  readonly enters: boolean;
  readonly asks: boolean;
};

function Group({ title, organisationId, agreements, enters, asks }: GroupProps) {
  return (
    <Card title={title} aside={`${agreements.length}件`}>
      <ul>
        {agreements.map((agreement) => (
          <AgreementLine
            key={agreement.id}
            agreement={agreement}
            who={drawnName(agreement.facility.name)}
            action={
              <>
                {enters && agreement.state === 'live' && (
                  <ButtonLink size="small" look="primary" href={`/facilities/${agreement.facility.id}`}>
                    施設に入る
                  </ButtonLink>
                )}
                {asks && ['live', 'asked'].includes(agreement.state) && (
                  <Leave organisationId={organisationId} agreement={agreement} />
                )}
              </>
            }
          />
        ))}
      </ul>
    </Card>
  );
}

const leaving = {
  act: '支援を終える',
  ask: '支援を終えますか',
  done: '支援を終えました。',
  means: 'この施設には、すぐに入れなくなります。もう一度入るには、施設との新しい取り決めが要ります。',
};
const withdrawing = {
  act: '申し込みを取り下げる',
  ask: '申し込みを取り下げますか',
  done: '申し込みを取り下げました。',
  means: '施設は、この申し込みに答えられなくなります。必要になったら、もう一度申し込めます。',
};

function Leave({ organisationId, agreement }: { readonly organisationId: string; readonly agreement: AgreementView }) {
  const words = agreement.state === 'asked' ? withdrawing : leaving;
  const [open, setOpen] = useState(false);
  const client = useQueryClient();
  const act = useMutation(
    support.leave.mutationOptions({
      onSuccess: async () => {
        setOpen(false);
        notify(words.done);
        await client.invalidateQueries();
      },
    }),
  );
  const name = agreement.facility.name;
  return (
    <>
      <Button size="small" onPress={() => setOpen(true)} label={`${name}の${words.act}`}>
        {words.act}
      </Button>
      <ConfirmDialog
        open={open}
        onClose={() => setOpen(false)}
        title={`${name}の${words.ask}`}
        confirm={words.act}
        danger
        pending={act.isPending ? '終えています' : undefined}
        onConfirm={() => act.mutate({ organisationId, agreementId: agreement.id })}
      >
        <p>{words.means}</p>
        <RefusalNote error={act.error} title="終えられませんでした" />
      </ConfirmDialog>
    </>
  );
}
