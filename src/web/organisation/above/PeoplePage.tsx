import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { may } from '#core/identity/role.ts';
import { useSession } from '#web/identity/index.ts';
import { Button, ButtonLink } from '#web/ui/Button.tsx';
import { Card } from '#web/ui/Card.tsx';
import { Page } from '#web/ui/Page.tsx';
import { type OrganisationMember, organisationMembersQuery } from '../above-queries.ts';
import { ChangeRoles } from './ChangeRoles.tsx';
import { Invitations } from './Invitations.tsx';
import { PersonLine } from './PersonLine.tsx';
import { Removal } from './Removal.tsx';

/** The people of an organisation, and who was invited. */
export function PeoplePage() {
  const { organisationId = '' } = useParams({ strict: false });
  const roles = useSession().organisations.find(({ id }) => id === organisationId)?.roles ?? [];
  const invites = may(roles, 'organisation.invite');
  return (
    <Page
      title="人と役割"
      sub={invites ? undefined : '人を招いたり外したりするのは、組織の管理者です。'}
      action={
        invites && (
          <ButtonLink look="primary" href={`/organisations/${organisationId}/members/invite`}>
            人を招く
          </ButtonLink>
        )
      }
    >
      {invites && <Invitations organisationId={organisationId} />}
      <Members organisationId={organisationId} invites={invites} />
    </Page>
  );
}

type Doing = { readonly what: 'roles' | 'removal'; readonly member: OrganisationMember };

function Members({ organisationId, invites }: { readonly organisationId: string; readonly invites: boolean }) {
  const { data: members } = useSuspenseQuery(organisationMembersQuery(organisationId));
  const ownId = useSession().person.id;
  const [doing, setDoing] = useState<Doing>();
  const onClose = () => setDoing(undefined);
  return (
    <Card title="組織の人" aside={`${members.length}人`}>
      <ul>
        {members.map((member) => (
          <PersonLine
            key={member.personId}
            name={member.personId === ownId ? `${member.name}（あなた）` : member.name}
            roles={member.roles}
          >
            {invites && <Acts member={member} own={member.personId === ownId} onDo={setDoing} />}
          </PersonLine>
        ))}
      </ul>
      {doing?.what === 'removal' && <Removal {...{ organisationId, onClose }} member={doing.member} />}
      {doing?.what === 'roles' && (
        <Suspense fallback={null}>
          <ChangeRoles {...{ organisationId, onClose }} member={doing.member} own={doing.member.personId === ownId} />
        </Suspense>
      )}
    </Card>
  );
}

type ActsProps = {
  readonly member: OrganisationMember;
  readonly own: boolean;
  readonly onDo: (doing: Doing) => void;
};

function Acts({ member, own, onDo }: ActsProps) {
  return (
    <div className="flex flex-wrap gap-2">
      <Button size="small" onPress={() => onDo({ what: 'roles', member })} label={`${member.name}さんの役割を変える`}>
        役割を変える
      </Button>
      {!own && (
        <Button
          size="small"
          onPress={() => onDo({ what: 'removal', member })}
          label={`${member.name}さんを組織から外す`}
        >
          組織から外す
        </Button>
      )}
    </div>
  );
}
