import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { may } from '#core/identity/role.ts';
import { japaneseDate } from '#core/kernel/fiscal-year.ts';
import { useSession } from '#web/identity/index.ts';
import { Page } from '#web/ui/Page.tsx';
import { PrintFoot } from '#web/ui/PrintFoot.tsx';
import { OnceRead } from '#web/ui/Skeleton.tsx';
import { type DecisionList, decisionsQuery } from '../decision-calls.ts';
import { DecideDialog } from './DecideDialog.tsx';
import { Decided } from './Decided.tsx';
import { Due } from './Due.tsx';
import { NewestResults } from './NewestResults.tsx';
import { PageActions } from './PageActions.tsx';
import { type Asking, RequestDialog } from './RequestDialog.tsx';
import { Suggestions } from './Suggestions.tsx';
import type { Deciding, Rights } from './use-decision.ts';
import { Waiting } from './Waiting.tsx';
import { WithdrawDialog } from './WithdrawDialog.tsx';

/** What the executives of a facility are asked to decide, what they put off and what they decided. */
export function DecisionsPage() {
  const { facilityId = '' } = useParams({ strict: false });
  const { name = '', roles = [] } = useSession().facilities.find(({ id }) => id === facilityId) ?? {};
  const rights = { asks: may(roles, 'decision.ask'), decides: may(roles, 'decision.make') };
  const [asking, setAsking] = useState<Asking>();
  return (
    <Page
      title="経営者が決めること"
      sub="費用、効果、決めないとどうなるかを見て、「決める」「先に延ばす」「見送る」から選びます。決定には番号が付き、あとから変えられません。"
      action={<PageActions {...{ facilityId, facility: name, rights }} onAsk={() => setAsking({ kind: 'new' })} />}
    >
      <PrintFoot words={`${name}　経営者が決めること　${japaneseDate(new Date())}`} />
      <OnceRead>
        <Parts {...{ facilityId, rights }} onAsk={setAsking} />
      </OnceRead>
      {asking && (
        <RequestDialog {...{ facilityId, asking }} decides={rights.decides} onClose={() => setAsking(undefined)} />
      )}
    </Page>
  );
}

type PartsProps = {
  readonly facilityId: string;
  readonly rights: Rights;
  readonly onAsk: (asking: Asking) => void;
};

function Parts({ facilityId, rights, onAsk }: PartsProps) {
  const { data: list } = useSuspenseQuery(decisionsQuery(facilityId));
  const [deciding, setDeciding] = useState<Deciding>();
  const [withdrawn, setWithdrawn] = useState<DecisionList['due'][number]>();
  const onDecide = rights.decides ? setDeciding : undefined;
  // What somebody changes meanwhile is seen in the dialog, and decided as it is then.
  const asItStands = (one: Deciding) => ({
    ...one,
    request: [...list.due, ...list.waiting].find(({ id }) => id === one.request.id) ?? one.request,
  });
  return (
    <>
      <NewestResults facilityId={facilityId} newest={list.newest} />
      <Due
        {...{ facilityId, rights, requests: list.due, onDecide }}
        suggests={rights.asks && list.suggested.length > 0}
        onEdit={(request) => onAsk({ kind: 'edit', request })}
        onWithdraw={setWithdrawn}
      />
      <Waiting requests={list.waiting} onDecide={onDecide} />
      {rights.asks && (
        <Suggestions
          suggested={list.suggested}
          decides={rights.decides}
          onAsk={(suggestion) => onAsk({ kind: 'suggested', suggestion })}
        />
      )}
      <Decided facilityId={facilityId} />
      {deciding && (
        <DecideDialog {...{ facilityId, deciding: asItStands(deciding) }} onClose={() => setDeciding(undefined)} />
      )}
      {withdrawn && <WithdrawDialog {...{ facilityId, request: withdrawn }} onClose={() => setWithdrawn(undefined)} />}
    </>
  );
}
