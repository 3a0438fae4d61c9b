import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { may } from '#core/identity/role.ts';
import { FacilitySsoCard, useSession } from '#web/identity/index.ts';
import { ButtonLink } from '#web/ui/Button.tsx';
import { Card } from '#web/ui/Card.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { Page } from '#web/ui/Page.tsx';
import { type AgreementView, agreementsQuery } from '../above-queries.ts';
import { AgreementActions } from './AgreementActions.tsx';
import { AgreementLine } from './AgreementLine.tsx';
import { MembershipCard } from './MembershipCard.tsx';

const isOpen = ({ state }: AgreementView) => state === 'live' || state === 'asked';

const groups = [
  { title: 'あなたの返事を待っている申し込み', holds: ({ state }: AgreementView) => state === 'asked' },
  { title: '今の取り決め', holds: ({ state }: AgreementView) => state === 'live' },
  { title: '終わった取り決め', holds: (agreement: AgreementView) => !isOpen(agreement) },
];

/** Who from outside may come in and for what, and which organisations the facility belongs to. */
export function SupportPage() {
  const { facilityId = '' } = useParams({ strict: false });
  const { data: agreements } = useSuspenseQuery(agreementsQuery(facilityId));
  const roles = useSession().facilities.find(({ id }) => id === facilityId)?.roles ?? [];
  const able = { facilityId, mayOffer: may(roles, 'support.offer'), readsLog: may(roles, 'activity.read') };
  const offer = `/facilities/${facilityId}/support/new`;
  return (
    <Page
      title="支援者"
      sub="外の組織の支援者に、目的・範囲・期限を決めて入ってもらいます。いつでも終えられ、支援者が見たことはすべて操作の記録に残ります。"
      action={
        able.mayOffer &&
        agreements.some(isOpen) && (
          <ButtonLink look={agreements.some(({ state }) => state === 'asked') ? 'secondary' : 'primary'} href={offer}>
            支援者を受け入れる
          </ButtonLink>
        )
      }
    >
      {!agreements.some(isOpen) && (
        <EmptyState
          icon="people"
          title="今、この施設を支援している組織はありません"
          action={
            able.mayOffer && (
              <ButtonLink look="primary" href={offer}>
                支援者を受け入れる
              </ButtonLink>
            )
          }
        >
          地域の中核病院やシステムの事業者に点検を手伝ってもらうときは、
          {!able.mayOffer && '施設の管理者が、'}「支援者を受け入れる」から取り決めを作ります。
        </EmptyState>
      )}
      {groups.map(({ title, holds }) => (
        <Agreements key={title} title={title} {...able} agreements={agreements.filter(holds)} />
      ))}
      <MembershipCard facilityId={facilityId} mayChange={may(roles, 'membership.change')} />
      <FacilitySsoCard facilityId={facilityId} mayChange={may(roles, 'membership.change')} />
    </Page>
  );
}

type AgreementsProps = {
  readonly title: string;
  readonly facilityId: string;
  readonly mayOffer: boolean;
  readonly readsLog: boolean;
  readonly agreements: readonly AgreementView[];
};

function Agreements({ title, facilityId, mayOffer, readsLog, agreements }: AgreementsProps) {
  if (agreements.length === 0) return null;
  return (
    <Card title={title} aside={`${agreements.length}件`}>
      <ul>
        {agreements.map((agreement) => (
          <AgreementLine
            key={agreement.id}
            agreement={agreement}
            who={agreement.organisation.name}
            log={readsLog ? `/facilities/${facilityId}/activity?agreementId=${agreement.id}` : undefined}
            action={mayOffer && isOpen(agreement) && <AgreementActions facilityId={facilityId} agreement={agreement} />}
          />
        ))}
      </ul>
    </Card>
  );
}
