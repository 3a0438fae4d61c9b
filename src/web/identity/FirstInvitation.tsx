import type { ReactNode } from 'react';
import { facilityRoles } from '#core/identity/role.ts';
import { IssueInvitation } from './IssueInvitation.tsx';
import { identity } from './queries.ts';

type FirstInvitationProps = {
  readonly facilityId: string;
  readonly facilityName: string;
  /** The page this began from. */
  readonly back: string;
  /** What stands above the form. */
  readonly children: ReactNode;
};

/** Inviting the first administrator of a facility in which nobody is yet. */
export function FirstInvitation({ facilityId, facilityName, back, children }: FirstInvitationProps) {
  return (
    <IssueInvitation
      placeName={facilityName}
      back={back}
      choices={facilityRoles}
      fixedRoles={['facility-administrator']}
      invite={({ name, email }) => identity.inviteFirst.call({ facilityId, name, email })}
    >
      {children}
    </IssueInvitation>
  );
}
