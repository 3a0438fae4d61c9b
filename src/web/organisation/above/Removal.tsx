import { useMutation, useQueryClient } from '@tanstack/react-query';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { ConfirmDialog } from '#web/ui/Dialog.tsx';
import { notify } from '#web/ui/notify.ts';
import { type OrganisationMember, organisationMembersQuery, organisations } from '../above-queries.ts';

type RemovalProps = {
  readonly organisationId: string;
  readonly member: OrganisationMember;
  readonly onClose: () => void;
};

/** Taking somebody out of the organisation. */
export function Removal({ organisationId, member: { personId, name }, onClose }: RemovalProps) {
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
      <RefusalNote error={act.error} title="外せませんでした" />
    </ConfirmDialog>
  );
}
