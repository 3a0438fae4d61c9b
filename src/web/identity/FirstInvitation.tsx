import { facilityRoles } from '#core/identity/role.ts';
import type { PageHeadProps } from '#web/ui/PageHead.tsx';
import { IssueInvitation } from './IssueInvitation.tsx';
import { identity } from './queries.ts';

type FirstInvitationProps = {
  readonly facilityId: string;
  readonly facilityName: string;
  /** The page this began from. */
  readonly back: string;
  /** What stands above the form. */
  readonly head: PageHeadProps;
};

/** Inviting the first administrator of a facility in which nobody is yet. */
export function FirstInvitation({ facilityId, facilityName, back, head }: FirstInvitationProps) {
  return (
    <IssueInvitation
      placeName={facilityName}
      back={back}
      choices={facilityRoles}
      fixedRoles={['facility-administrator']}
      invite={({ name, email }) => identity.inviteFirst.call({ facilityId, name, email })}
      head={head}
    />
  );
}
