import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type FacilityRole, facilityRoles } from '#core/identity/role.ts';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { refusalCode } from '#web/platform/refusal.ts';
import { Button } from '#web/ui/Button.tsx';
import { Callout } from '#web/ui/Callout.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { notify } from '#web/ui/notify.ts';
import { identity, type Member, membersQuery, sessionQuery } from './queries.ts';
import { RoleChoice } from './RoleChoice.tsx';

type ChangeRolesProps = {
  readonly facilityId: string;
  readonly member: Member;
  /** The person changes the own roles. */
  readonly own: boolean;
  readonly onClose: () => void;
};

export function ChangeRoles({ facilityId, member, own, onClose }: ChangeRolesProps) {
  const queryClient = useQueryClient();
  const [roles, setRoles] = useState<readonly FacilityRole[]>(member.roles);
  const act = useMutation(
    identity.changeRoles.mutationOptions({
      onSuccess: async () => {
        notify(`${member.name}さんの役割を変えました。`);
        onClose();
        await queryClient.invalidateQueries({ queryKey: membersQuery(facilityId).queryKey });
        if (own) await queryClient.invalidateQueries({ queryKey: sessionQuery().queryKey });
      },
    }),
  );
  const [tried, setTried] = useState(false);
  const fault = faultOf(tried && roles.length === 0, act.error);
  const save = () => {
    setTried(true);
    if (roles.length > 0) act.mutate({ facilityId, personId: member.personId, roles: [...roles] });
  };
  const actions = (
    <>
      <Button onPress={onClose}>やめる</Button>
      <Button look="primary" onPress={save} pending={act.isPending ? '変えています' : undefined}>
        役割を変える
      </Button>
    </>
  );
  return (
    <Dialog open onClose={onClose} title={`${member.name}さんの役割`} actions={actions}>
      <div className="flex flex-col gap-4">
        {!fault && <RefusalNote error={act.error} title="変えられませんでした。" />}
        {own && !roles.includes('facility-administrator') && (
          <Callout tone="attention" title="あなた自身が、施設の管理者から外れます。">
            外れると、人を招いたり役割を変えたりできなくなります。
          </Callout>
        )}
        <RoleChoice choices={facilityRoles} value={roles} onChange={setRoles} error={fault} />
      </div>
    </Dialog>
  );
}

function faultOf(missing: boolean, error: unknown): string | undefined {
  if (missing) return '役割を一つ以上選んでください。';
  return refusalCode(error) === 'identity/last-administrator' && error instanceof Error ? error.message : undefined;
}
