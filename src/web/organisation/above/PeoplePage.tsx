import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { may, roleTitles } from '#core/identity/role.ts';
import { useSession } from '#web/identity/index.ts';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { Button, ButtonLink } from '#web/ui/Button.tsx';
import { Card } from '#web/ui/Card.tsx';
import { ConfirmDialog } from '#web/ui/Dialog.tsx';
import { notify } from '#web/ui/notify.ts';
import { PageHead } from '#web/ui/PageHead.tsx';
import {
  organisationInvitationsQuery,
  organisationMembersQuery,
  organisationQuery,
  organisations,
} from '../above-queries.ts';

type Member = Awaited<ReturnType<typeof organisations.members.call>>[number];
const words = (roles: Member['roles']) => roles.map((role) => roleTitles[role]).join('・');
const line =
  'flex flex-wrap items-center justify-between gap-3 border-t border-solid-gray-100 py-3 first:border-t-0 first:pt-0 last:pb-0';

/** The people of an organisation, and who was invited. */
export function PeoplePage() {
  const { organisationId = '' } = useParams({ strict: false });
  const { data: organisation } = useSuspenseQuery(organisationQuery(organisationId));
  const { data: members } = useSuspenseQuery(organisationMembersQuery(organisationId));
  const session = useSession();
  const invites = may(
    session.organisations.find(({ id }) => id === organisationId)?.roles ?? [],
    'organisation.invite',
  );
  const [removing, setRemoving] = useState<Member>();
  return (
    <>
      <PageHead
        where={organisation.name}
        title="人と役割"
        sub={invites ? undefined : '人を招いたり外したりするのは、組織の管理者です。'}
        action={
          invites && (
            <ButtonLink look="primary" href={`/organisations/${organisationId}/members/invite`}>
              人を招く
            </ButtonLink>
          )
        }
      />
      <div className="flex max-w-3xl flex-col gap-5">
        {invites && <Invitations organisationId={organisationId} />}
        <Card title="組織の人" aside={`${members.length}人`}>
          <ul>
            {members.map((member) => (
              <li key={member.personId} className={line}>
                <p>
                  <span className="block font-700">{member.name}</span>
                  <span className="text-help text-solid-gray-700">{words(member.roles)}</span>
                </p>
                {invites && member.personId !== session.person.id && (
                  <Button size="small" onPress={() => setRemoving(member)} label={`${member.name}さんを組織から外す`}>
                    組織から外す
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </Card>
      </div>
      {removing && <Removal organisationId={organisationId} member={removing} onClose={() => setRemoving(undefined)} />}
    </>
  );
}

function Invitations({ organisationId }: { readonly organisationId: string }) {
  const client = useQueryClient();
  const query = organisationInvitationsQuery(organisationId);
  const waiting = useSuspenseQuery(query).data.filter(({ state }) => state === 'waiting');
  const act = useMutation(
    organisations.withdrawInvitation.mutationOptions({
      onSuccess: () => client.invalidateQueries({ queryKey: query.queryKey }),
    }),
  );
  if (waiting.length === 0) return null;
  return (
    <Card title="招待中" aside={`${waiting.length}人`}>
      <RefusalNote error={act.error} title="取り消せませんでした。" />
      <ul>
        {waiting.map(({ id, name, roles }) => (
          <li key={id} className={line}>
            <p>
              <span className="block font-700">{name}</span>
              <span className="text-help text-solid-gray-700">{words(roles)}</span>
            </p>
            <Button
              size="small"
              onPress={() => act.mutate({ organisationId, invitationId: id })}
              label={`${name}さんへの招待を取り消す`}
            >
              取り消す
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  );
}

type RemovalProps = { readonly organisationId: string; readonly member: Member; readonly onClose: () => void };

function Removal({ organisationId, member: { personId, name }, onClose }: RemovalProps) {
  const client = useQueryClient();
  const act = useMutation(
    organisations.removeMember.mutationOptions({
      onSuccess: async () => {
        notify(`${name}さんを組織から外しました。`);
        onClose();
        await client.invalidateQueries({ queryKey: organisationMembersQuery(organisationId).queryKey });
      },
    }),
  );
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title={`${name}さんを組織から外しますか`}
      confirm="組織から外す"
      danger
      pending={act.isPending ? '外しています' : undefined}
      onConfirm={() => act.mutate({ organisationId, personId })}
    >
      <p>支援している施設にも、すぐに入れなくなります。</p>
      <RefusalNote error={act.error} title="外せませんでした。" />
    </ConfirmDialog>
  );
}
