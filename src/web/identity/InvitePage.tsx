import { useQueryClient } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { facilityRoles, may } from '#core/identity/role.ts';
import { Button, ButtonLink } from '#web/ui/Button.tsx';
import { Callout } from '#web/ui/Callout.tsx';
import { Link } from '#web/ui/Link.tsx';
import { Page } from '#web/ui/Page.tsx';
import { InviteForm } from './InviteForm.tsx';
import { inviteSearch } from './invite-search.ts';
import { type IssuedLink, LinkSlip } from './LinkSlip.tsx';
import { identity, invitationsQuery, useSession } from './queries.ts';
import { useMail } from './use-mail.ts';

/** Inviting one person: the form, then the link, which is shown this once. */
export function InvitePage() {
  const { facilityId = '' } = useParams({ strict: false });
  const search = inviteSearch(useSearch({ strict: false }));
  const queryClient = useQueryClient();
  const facility = useSession().facilities.find(({ id }) => id === facilityId);
  const mail = useMail();
  const [issued, setIssued] = useState<IssuedLink>();
  const people = `/facilities/${facilityId}/members`;
  const where = <Link href={people}>職員と役割</Link>;
  if (!may(facility?.roles ?? [], 'member.invite')) return <NotYours facilityId={facilityId} />;
  if (issued) {
    const another = <Button onPress={() => setIssued(undefined)}>続けて別の人を招く</Button>;
    return <LinkSlip {...{ issued, where, another }} facilityName={facility?.name ?? ''} back={people} />;
  }
  return (
    <Page
      where={where}
      title="人を招く"
      sub={`招待リンクを作ります。${mail ? 'メールで送るか、' : ''}リンクを写して渡すか、紙に印刷して渡してください。`}
    >
      <InviteForm
        search={search}
        choices={facilityRoles}
        back={people}
        invite={(input) => identity.invite.call({ facilityId, ...input, roles: [...input.roles] })}
        onIssued={(link) => {
          void queryClient.invalidateQueries({ queryKey: invitationsQuery(facilityId).queryKey });
          setIssued(link);
        }}
      />
    </Page>
  );
}

function NotYours({ facilityId }: { readonly facilityId: string }) {
  return (
    <Page title="人を招く">
      <Callout
        tone="attention"
        title="人を招けるのは、施設の管理者だけです"
        action={<ButtonLink href={`/facilities/${facilityId}`}>ホームを開く</ButtonLink>}
      >
        招いてほしい人がいるときは、施設の管理者に頼んでください。
      </Callout>
    </Page>
  );
}
