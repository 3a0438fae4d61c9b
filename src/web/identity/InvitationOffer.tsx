import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import type { Session } from '#core/identity/contract.ts';
import { type InvitedRole, needsSecondFactor } from '#core/identity/role.ts';
import { shown } from '#core/kernel/private-use.ts';
import { wasSignedIn } from '#web/platform/session-hint.ts';
import { Card } from '#web/ui/Card.tsx';
import { Link } from '#web/ui/Link.tsx';
import { JoinCard } from './JoinCard.tsx';
import { landingOf, nextPath } from './landing.ts';
import { keepLinkSecret } from './link-secret.ts';
import { NarrowPage } from './NarrowPage.tsx';
import { NewPersonForm } from './NewPersonForm.tsx';
import { identity, sessionQuery, takeSession } from './queries.ts';
import { RoleList } from './RoleList.tsx';
import { UnusableLink } from './UnusableLink.tsx';

export type Invitation = {
  readonly facilityName: string;
  readonly name: string;
  readonly roles: readonly InvitedRole[];
};

type InvitationOfferProps = { readonly token: string; readonly invitation: Invitation };

/** What the invitation offers, and the two ways to take it. */
export function InvitationOffer({ token, invitation }: InvitationOfferProps) {
  const session = useQuery({ ...sessionQuery(), enabled: wasSignedIn() }).data;
  const [unusable, setUnusable] = useState(false);
  const [other, setOther] = useState(false);
  const onJoined = useJoined(invitation);
  const way = { token, invitation, onJoined, onUnusable: () => setUnusable(true) };
  return (
    <NarrowPage where="まもりへの招待" title={shown(invitation.facilityName)}>
      <Card title={`${invitation.name}さんの役割`}>
        <RoleList roles={invitation.roles} />
      </Card>
      {unusable && (
        <UnusableLink title="この招待リンクは、たった今使えなくなりました">渡した人に確かめてください。</UnusableLink>
      )}
      {session && !other ? (
        <JoinCard {...way} session={session} onOther={() => setOther(true)} />
      ) : (
        <NewAccount {...way} />
      )}
    </NarrowPage>
  );
}

type Place = { readonly name: string; readonly href: string };

const placesOf = ({ facilities, organisations }: Session): readonly Place[] => [
  ...facilities.map(({ id, name }) => ({ name, href: `/facilities/${id}` })),
  ...organisations.map(({ id, name }) => ({ name, href: `/organisations/${id}` })),
];

/** Goes on to the facility or organisation just joined, through the second factor where the roles need one. */
function useJoined({ facilityName }: Invitation) {
  const router = useRouter();
  const queryClient = useQueryClient();
  return (session: Session) => {
    const known = queryClient.getQueryData(sessionQuery().queryKey);
    const before = known ? placesOf(known) : [];
    const isNew = ({ href }: Place) => before.every((place) => place.href !== href);
    keepLinkSecret(undefined);
    takeSession(queryClient, session);
    const named = placesOf(session).filter(({ name }) => name === facilityName);
    const joined = named.find(isNew) ?? named[0];
    void router.navigate({ href: nextPath(session, joined ? joined.href : landingOf(session)) });
  };
}

type NewAccountProps = InvitationOfferProps & {
  readonly onJoined: (session: Session) => void;
  readonly onUnusable: () => void;
};

function NewAccount({ token, invitation, onJoined, onUnusable }: NewAccountProps) {
  return (
    <>
      <Card title="アカウントを作る">
        <NewPersonForm
          name={invitation.name}
          secondFactor={needsSecondFactor(invitation.roles)}
          submit="登録して加わる"
          register={(person) => identity.acceptInvitation.call({ ...person, token })}
          onRegistered={onJoined}
          onUnusable={onUnusable}
        />
      </Card>
      <p className="text-help">
        すでにほかの施設でまもりを使っている方は、<Link href="/sign-in?return=%2Finvitation">サインインして加わる</Link>
      </p>
    </>
  );
}
