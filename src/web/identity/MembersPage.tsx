import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { may } from '#core/identity/role.ts';
import { ButtonLink } from '#web/ui/Button.tsx';
import { Page } from '#web/ui/Page.tsx';
import { InvitationList } from './InvitationList.tsx';
import { MemberList } from './MemberList.tsx';
import { membersQuery, useSession } from './queries.ts';

/** People of the facility, their roles, and the invitations not taken yet. */
export function MembersPage() {
  const { facilityId = '' } = useParams({ strict: false });
  const { data: members } = useSuspenseQuery(membersQuery(facilityId));
  const session = useSession();
  const roles = session.facilities.find(({ id }) => id === facilityId)?.roles ?? [];
  const invites = may(roles, 'member.invite');
  return (
    <Page
      title="職員と役割"
      sub={`まもりを使える人 ${members.length}人${invites ? '' : '。人を招いたり役割を変えたりするのは、施設の管理者です。'}`}
      action={
        invites && (
          <ButtonLink look="primary" href={`/facilities/${facilityId}/members/invite`}>
            人を招く
          </ButtonLink>
        )
      }
    >
      {invites && <InvitationList facilityId={facilityId} />}
      <MemberList facilityId={facilityId} members={members} me={session.person.id} mayChange={invites} />
    </Page>
  );
}
