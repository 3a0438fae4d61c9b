import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { IssueInvitation } from '#web/identity/index.ts';
import { Link } from '#web/ui/Link.tsx';
import { everyOrganisationQuery, organisations } from '../above-queries.ts';

const back = '/admin/organisations';

/** Inviting the first administrator of an organisation in which nobody is yet. */
export function InviteFirstPersonPage() {
  const { organisationId = '' } = useParams({ strict: false });
  const { data } = useSuspenseQuery(everyOrganisationQuery());
  const name = data.find(({ id }) => id === organisationId)?.name ?? '';
  return (
    <IssueInvitation
      placeName={name}
      back={back}
      choices={['organisation-administrator']}
      fixedRoles={['organisation-administrator']}
      invite={({ name: invited, email }) => organisations.inviteFirst.call({ organisationId, name: invited, email })}
      head={{
        where: <Link href={back}>施設をこえる組織</Link>,
        title: `${name}の最初の管理者を招く`,
        sub: '組織の管理者になる人を一人招きます。そのあとの人は、その人が招きます。',
      }}
    />
  );
}
