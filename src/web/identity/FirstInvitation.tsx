import { useState } from 'react';
import { InviteForm } from './InviteForm.tsx';
import { type IssuedLink, LinkSlip } from './LinkSlip.tsx';
import { identity } from './queries.ts';

type FirstInvitationProps = {
  readonly facilityId: string;
  readonly facilityName: string;
  /** The page this began from. */
  readonly back: string;
  /** What stands above the form. */
  readonly children: React.ReactNode;
};

/** Inviting the first administrator of a facility in which nobody is yet. */
export function FirstInvitation({ facilityId, facilityName, back, children }: FirstInvitationProps) {
  const [issued, setIssued] = useState<IssuedLink>();
  if (issued) return <LinkSlip issued={issued} facilityName={facilityName} back={back} />;
  return (
    <>
      {children}
      <InviteForm
        search={{}}
        fixedRoles={['facility-administrator']}
        invite={({ name, email }) => identity.inviteFirst.call({ facilityId, name, email })}
        onIssued={setIssued}
      />
    </>
  );
}
