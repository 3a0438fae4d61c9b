import { useQueryClient } from '@tanstack/react-query';
import { organisationRoles } from '#core/identity/role.ts';
import { RolesDialog, sessionQuery } from '#web/identity/index.ts';
import { type OrganisationMember, organisationMembersQuery, organisations } from '../above-queries.ts';

type ChangeRolesProps = {
  readonly organisationId: string;
  readonly member: OrganisationMember;
  /** The person changes the own roles. */
  readonly own: boolean;
  readonly onClose: () => void;
};

/** Other roles for somebody of the organisation; who is no supporter any more comes into no facility from then on. */
export function ChangeRoles({ organisationId, member, own, onClose }: ChangeRolesProps) {
  const { personId, name, roles: held } = member;
  const client = useQueryClient();
  return (
    <RolesDialog
      {...{ name, held, onClose }}
      choices={organisationRoles}
      warningOf={(roles) =>
        own && !roles.includes('organisation-administrator') ? 'あなた自身が、組織の管理者から外れます。' : undefined
      }
      change={(roles) => organisations.changeRoles.call({ organisationId, personId, roles: [...roles] })}
      onChanged={async () => {
        await client.invalidateQueries({ queryKey: organisationMembersQuery(organisationId).queryKey });
        if (own) await client.invalidateQueries({ queryKey: sessionQuery().queryKey });
      }}
    />
  );
}
