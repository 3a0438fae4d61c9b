import { useQuery } from '@tanstack/react-query';
import { membersQuery, useSession } from '#web/identity/index.ts';
import { ButtonLink } from '#web/ui/Button.tsx';
import { Callout } from '#web/ui/Callout.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import type { ShownRequest } from '../decision-calls.ts';
import { Choices } from './Choices.tsx';
import { DueCard } from './DueCard.tsx';
import { RequestChanges } from './RequestChanges.tsx';
import type { Deciding, Rights } from './use-decision.ts';

type DueProps = {
  readonly facilityId: string;
  readonly rights: Rights;
  readonly requests: readonly ShownRequest[];
  /** Whether suggestions follow, to be taken up. */
  readonly suggests: boolean;
  /** Undefined for whoever may not decide. */
  readonly onDecide: ((deciding: Deciding) => void) | undefined;
  readonly onEdit: (request: ShownRequest) => void;
  readonly onWithdraw: (request: ShownRequest) => void;
};

/** What is to be decided now, what is needed first before. */
export function Due({ facilityId, rights, requests, suggests, onDecide, onEdit, onWithdraw }: DueProps) {
  const { id: me } = useSession().person;
  const mayChange = ({ askedBy }: ShownRequest) => rights.asks && (!rights.decides || askedBy.id === me);
  return (
    <section aria-labelledby="due">
      <h2 id="due" className="mb-3 text-section">
        今決めること{requests.length > 0 && <span className="tabular-nums">（{requests.length}件）</span>}
      </h2>
      {rights.asks && <NobodyDecides facilityId={facilityId} />}
      {requests.length === 0 && <Nothing {...{ rights, suggests }} />}
      <ul className="flex flex-col gap-4">
        {requests.map((request, place) => (
          <DueCard key={request.id} request={request}>
            {onDecide && <Choices request={request} first={place === 0} onDecide={onDecide} />}
            {mayChange(request) && <RequestChanges {...{ request, onEdit, onWithdraw }} />}
          </DueCard>
        ))}
      </ul>
    </section>
  );
}

function Nothing({ rights: { asks, decides }, suggests }: Pick<DueProps, 'rights' | 'suggests'>) {
  if (decides && suggests) {
    return <EmptyState title="今、決めることはありません">下の案から選んで、今決めることに加えられます。</EmptyState>;
  }
  return (
    <EmptyState icon={suggests ? 'list' : 'check'} title="今、決めることはありません">
      {decides || !asks
        ? '決めてもらうことが加わると、ここに出ます。経営層の人には、メールでもお知らせします。'
        : '下の案から選ぶか、「決めてもらうことを加える」で経営層の人に伝えます。'}
    </EmptyState>
  );
}

/** Says where there is nobody yet who could decide. */
function NobodyDecides({ facilityId }: { readonly facilityId: string }) {
  const { data: members } = useQuery(membersQuery(facilityId));
  if (!members || members.some(({ roles }) => roles.includes('executive'))) return null;
  return (
    <div className="mb-4">
      <Callout
        tone="attention"
        title="決める人が、まだいません"
        action={<ButtonLink href={`/facilities/${facilityId}/members`}>職員と役割を見る</ButtonLink>}
      >
        「経営層」の役割の人だけが決められます。院長や理事長を招くか、役割に加えてください。
      </Callout>
    </div>
  );
}
