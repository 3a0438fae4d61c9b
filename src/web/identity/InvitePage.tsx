import { useQueryClient } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { Button, ButtonLink } from '#web/ui/Button.tsx';
import { PageHead } from '#web/ui/PageHead.tsx';
import { InviteForm } from './InviteForm.tsx';
import { inviteSearch } from './invite-search.ts';
import { type IssuedLink, LinkSlip } from './LinkSlip.tsx';
import { identity, invitationsQuery, useSession } from './queries.ts';

/** Inviting one person: the form, then the link, which is shown this once. */
export function InvitePage() {
  const { facilityId = '' } = useParams({ strict: false });
  const search = inviteSearch(useSearch({ strict: false }));
  const queryClient = useQueryClient();
  const facility = useSession().facilities.find(({ id }) => id === facilityId);
  const [issued, setIssued] = useState<IssuedLink>();
  const people = `/facilities/${facilityId}/members`;
  if (issued) {
    const another = <Button onPress={() => setIssued(undefined)}>続けて別の人を招く</Button>;
    return <LinkSlip issued={issued} facilityName={facility?.name ?? ''} back={people} another={another} />;
  }
  return (
    <>
      <PageHead
        where="職員と役割"
        title="人を招く"
        sub="招待リンクをつくります。メールは送らないので、リンクを写して渡すか、紙に印刷して渡してください。"
        action={<ButtonLink href={people}>やめる</ButtonLink>}
      />
      <InviteForm
        search={search}
        invite={(input) => identity.invite.call({ facilityId, ...input, roles: [...input.roles] })}
        onIssued={(link) => {
          void queryClient.invalidateQueries({ queryKey: invitationsQuery(facilityId).queryKey });
          setIssued(link);
        }}
      />
    </>
  );
}
