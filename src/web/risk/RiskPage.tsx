import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { may } from '#core/identity/role.ts';
import { bandOf } from '#core/risk/level.ts';
import { riskStateTitles } from '#core/risk/risk-state-title.ts';
import { Button, ButtonLink } from '#web/ui/Button.tsx';
import { Link } from '#web/ui/Link.tsx';
import { Page } from '#web/ui/Page.tsx';
import { OnceRead } from '#web/ui/Skeleton.tsx';
import { Tag } from '#web/ui/Tag.tsx';
import { AcceptanceCard } from './AcceptanceCard.tsx';
import { AcceptanceDialog } from './AcceptanceDialog.tsx';
import { ClosingCard } from './ClosingCard.tsx';
import { criteriaQuery, riskQuery } from './calls.ts';
import { EstimateCard } from './EstimateCard.tsx';
import { EstimateDialog } from './EstimateDialog.tsx';
import { RiskDialog } from './RiskDialog.tsx';
import { RiskFacts } from './RiskFacts.tsx';
import type { Opened, RiskPartProps } from './risk-part.ts';
import { bandTones, levelWords, stateTones } from './risk-words.ts';
import { TreatmentDialog } from './TreatmentDialog.tsx';
import { TreatmentsCard } from './TreatmentsCard.tsx';
import { useRoles } from './use-roles.ts';

/** One risk: what could happen, how large it is, what is done about it, and what the executives accept. */
export function RiskPage() {
  const { facilityId = '', riskId = '' } = useParams({ strict: false });
  return (
    <OnceRead>
      <OneRisk {...{ facilityId, riskId }} />
    </OnceRead>
  );
}

function OneRisk({ facilityId, riskId }: { readonly facilityId: string; readonly riskId: string }) {
  const { data: risk } = useSuspenseQuery(riskQuery(facilityId, riskId));
  const { criteria } = useSuspenseQuery(criteriaQuery(facilityId)).data;
  const roles = useRoles(facilityId);
  const [opened, open] = useState<Opened>();
  const part = { facilityId, risk, criteria, roles, open };
  return (
    <Page
      where={<Link href={`/facilities/${facilityId}/risks`}>リスク</Link>}
      title={`${risk.number}番 ${risk.title}`}
      sub={<Signs {...{ risk, criteria }} />}
      action={<NextStep {...part} />}
    >
      <EstimateCard {...part} />
      <TreatmentsCard {...part} />
      <AcceptanceCard {...part} />
      <RiskFacts {...part} />
      <ClosingCard {...part} />
      <Dialogs {...part} opened={opened} />
    </Page>
  );
}

function Signs({ risk: { state, levelAfter, toReview }, criteria }: Pick<RiskPartProps, 'risk' | 'criteria'>) {
  const band = bandOf(levelAfter, criteria);
  return (
    <span className="flex flex-wrap gap-2">
      <Tag tone={stateTones[state]}>{riskStateTitles[state]}</Tag>
      {band && state !== 'closed' && <Tag tone={bandTones[band]}>今の大きさ {levelWords(levelAfter, criteria)}</Tag>}
      {toReview && <Tag tone="attention">見直し待ち</Tag>}
    </span>
  );
}

/** The most likely next step, by where the risk stands. */
function NextStep({ facilityId, risk, roles, open }: RiskPartProps): ReactNode {
  if (may(roles, 'decision.make') && (risk.state === 'asked' || risk.state === 'lapsed')) {
    return (
      <ButtonLink look="primary" href={`/facilities/${facilityId}/decisions`}>
        受容するかを決める
      </ButtonLink>
    );
  }
  if (risk.state === 'closed' || !may(roles, 'risk.edit')) return null;
  const assesses = risk.state === 'unassessed' || risk.toReview;
  if (!assesses && risk.state !== 'undecided' && risk.state !== 'refused') return null;
  return (
    <Button look="primary" onPress={() => open(assesses ? 'estimate' : 'treatment')}>
      {assesses ? 'リスクを見積もる' : '対応を加える'}
    </Button>
  );
}

function Dialogs({ opened, open, ...part }: RiskPartProps & { readonly opened: Opened }) {
  const { facilityId, risk, criteria } = part;
  const onClose = () => open(undefined);
  if (opened === 'edit') return <RiskDialog {...{ facilityId, risk, onClose }} />;
  if (opened === 'estimate') return <EstimateDialog {...{ facilityId, risk, criteria, onClose }} />;
  if (opened === 'treatment') {
    return <TreatmentDialog {...{ facilityId, risk, onClose }} treatment={undefined} />;
  }
  return opened === 'acceptance' ? <AcceptanceDialog {...{ facilityId, risk, criteria, onClose }} /> : null;
}
