import { useState } from 'react';
import type { InvitedRole } from '#core/identity/role.ts';
import { Page } from '#web/ui/Page.tsx';
import type { PageHeadProps } from '#web/ui/PageHead.tsx';
import { InviteForm } from './InviteForm.tsx';
import { type IssuedLink, LinkSlip } from './LinkSlip.tsx';

type IssueInvitationProps<Given extends InvitedRole> = {
  /** The facility or organisation the link leads into. */
  readonly placeName: string;
  /** The page this began from. */
  readonly back: string;
  readonly choices: readonly Given[];
  /** The roles stand already: not asked. */
  readonly fixedRoles?: readonly Given[];
  readonly invite: (input: {
    readonly name: string;
    readonly roles: readonly Given[];
    readonly email?: string;
  }) => Promise<{ readonly path: string; readonly expiresAt: string }>;
  /** What stands above the form. */
  readonly head: PageHeadProps;
};

/** Inviting one person: the form, then the link, which is shown this once. */
export function IssueInvitation<Given extends InvitedRole>(props: IssueInvitationProps<Given>) {
  const { placeName, back, choices, fixedRoles, invite, head } = props;
  const [issued, setIssued] = useState<IssuedLink>();
  if (issued) return <LinkSlip issued={issued} facilityName={placeName} where={head.where} back={back} />;
  return (
    <Page {...head}>
      <InviteForm
        search={{}}
        choices={choices}
        {...(fixedRoles && { fixedRoles })}
        invite={invite}
        back={back}
        onIssued={setIssued}
      />
    </Page>
  );
}
