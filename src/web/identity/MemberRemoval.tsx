import { useMutation, useQueryClient } from '@tanstack/react-query';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { ConfirmDialog } from '#web/ui/Dialog.tsx';
import { notify } from '#web/ui/notify.ts';
import { identity, type Member, membersQuery } from './queries.ts';

type MemberRemovalProps = {
  readonly facilityId: string;
  readonly member: Member;
  readonly onClose: () => void;
};

/** Asks before a person is taken out of the facility. */
export function MemberRemoval({ facilityId, member: { personId, name }, onClose }: MemberRemovalProps) {
  const queryClient = useQueryClient();
  const act = useMutation(
    identity.removeMember.mutationOptions({
      onSuccess: async () => {
        queryClient.setQueryData(membersQuery(facilityId).queryKey, (members) =>
          members?.filter((each) => each.personId !== personId),
        );
        notify(`${name}さんを施設から外しました。`);
        onClose();
        await queryClient.invalidateQueries();
      },
    }),
  );
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title={`${name}さんを施設から外しますか`}
      confirm="施設から外す"
      danger
      pending={act.isPending ? '外しています' : undefined}
      onConfirm={() => act.mutate({ facilityId, personId })}
    >
      <p>
        すぐにこの施設の内容を見られなくなり、進んでいる点検の担当からも外れます。これまでの回答・証跡・操作の記録は、名前とともに残ります。必要になったら、もう一度招けます。
      </p>
      <RefusalNote error={act.error} title="外せませんでした" />
    </ConfirmDialog>
  );
}
