import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { organisationRoles } from '#core/identity/role.ts';
import { IssueInvitation } from '#web/identity/index.ts';
import { Link } from '#web/ui/Link.tsx';
import { organisationInvitationsQuery, organisationQuery, organisations } from '../above-queries.ts';

/** Inviting one person into an organisation. */
export function InvitePersonPage() {
  const { organisationId = '' } = useParams({ strict: false });
  const { data: organisation } = useSuspenseQuery(organisationQuery(organisationId));
  const client = useQueryClient();
  const people = `/organisations/${organisationId}/members`;
  return (
    <IssueInvitation
      placeName={organisation.name}
      back={people}
      choices={organisationRoles}
      invite={async ({ name, roles, email }) => {
        const link = await organisations.invite.call({ organisationId, name, roles: [...roles], email });
        await client.invalidateQueries({ queryKey: organisationInvitationsQuery(organisationId).queryKey });
        return link;
      }}
      head={{
        where: <Link href={people}>人と役割</Link>,
        title: '人を招く',
        sub: '招待リンクを作ります。リンクを写して渡すか、紙に印刷して渡してください。',
      }}
    />
  );
}
