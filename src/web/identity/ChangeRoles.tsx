import { useQueryClient } from '@tanstack/react-query';
import { facilityRoles } from '#core/identity/role.ts';
import { identity, type Member, membersQuery, sessionQuery } from './queries.ts';
import { RolesDialog } from './RolesDialog.tsx';

type ChangeRolesProps = {
  readonly facilityId: string;
  readonly member: Member;
  /** The person changes the own roles. */
  readonly own: boolean;
  readonly onClose: () => void;
};

export function ChangeRoles({ facilityId, member: { personId, name, roles: held }, own, onClose }: ChangeRolesProps) {
  const client = useQueryClient();
  return (
    <RolesDialog
      {...{ name, held, onClose }}
      choices={facilityRoles}
      warningOf={(roles) =>
        own && !roles.includes('facility-administrator') ? 'あなた自身が、施設の管理者から外れます。' : undefined
      }
      change={(roles) => identity.changeRoles.call({ facilityId, personId, roles: [...roles] })}
      onChanged={async () => {
        await client.invalidateQueries({ queryKey: membersQuery(facilityId).queryKey });
        if (own) await client.invalidateQueries({ queryKey: sessionQuery().queryKey });
      }}
    />
  );
}
