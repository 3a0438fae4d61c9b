import { useQuery } from '@tanstack/react-query';
import { may, type Role } from '#core/identity/role.ts';
import { invitationsQuery, membersQuery } from '#web/identity/index.ts';

type Held = { readonly roles: readonly Role[] };

const isExecutive = ({ roles }: Held) => roles.includes('executive');

/** People of the facility and how many of them decide, as far as the person may know. */
export function usePeople(facilityId: string, roles: readonly Role[]) {
  const members = useQuery({ ...membersQuery(facilityId), enabled: may(roles, 'member.read') }).data;
  const invitations = useQuery({ ...invitationsQuery(facilityId), enabled: may(roles, 'member.invite') }).data;
  const invited = invitations?.filter((invitation) => invitation.state === 'waiting' && isExecutive(invitation));
  return {
    members: members?.length,
    executives: members?.filter(isExecutive).length,
    invited: invited?.length,
  };
}
