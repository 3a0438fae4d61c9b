import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { may } from '#core/identity/role.ts';
import { dayInJapan, japaneseDay } from '#core/kernel/fiscal-year.ts';
import { outcomeWords } from '#core/plan/decision/outcome.ts';
import { changedWords } from '#core/risk/accepted-parts.ts';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { Button } from '#web/ui/Button.tsx';
import { Callout } from '#web/ui/Callout.tsx';
import { Card } from '#web/ui/Card.tsx';
import { ConfirmDialog } from '#web/ui/Dialog.tsx';
import { Link } from '#web/ui/Link.tsx';
import { notify } from '#web/ui/notify.ts';
import { risks, type ShownRisk } from './calls.ts';
import { FactList } from './FactList.tsx';
import type { RiskPartProps } from './risk-part.ts';

/** What the executives are asked to accept of a risk, and what they have said. */
export function AcceptanceCard(part: RiskPartProps) {
  const { facilityId, risk, roles, open } = part;
  const { acceptance, state, estimate } = risk;
  const asks = may(roles, 'decision.ask') && state !== 'closed' && estimate !== null;
  const writes = may(roles, 'risk.edit') || !may(roles, 'decision.make');
  const again = state === 'refused' || state === 'lapsed' || state === 'asked';
  return (
    <Card title="受容" aside="残るリスクを、期限を決めて受け入れること。経営者だけが決めます">
      {acceptance ? (
        <Said {...part} />
      ) : (
        <p className="measure">
          {estimate
            ? '経営者に決めてもらうことには、まだ加わっていません。'
            : '大きさを見積もると、経営者に決めてもらえます。'}
        </p>
      )}
      <div className="mt-4 flex flex-wrap items-center gap-3 empty:hidden">
        {asks && (acceptance ? again && writes : true) && (
          <Button onPress={() => open('acceptance')}>
            {acceptance ? '書き直して、もう一度決めてもらう' : '受容するかを経営者に決めてもらう'}
          </Button>
        )}
        {asks && acceptance && <DropAcceptance {...{ facilityId, risk }} />}
        {acceptance && may(roles, 'decision.read') && (
          <Link href={`/facilities/${facilityId}/decisions`}>経営者が決めることを見る</Link>
        )}
      </div>
    </Card>
  );
}

const words: Readonly<Record<string, string>> = {
  asked: '経営者が決めるのを待っています。',
  lapsed: '受け入れる期限が過ぎました。もう一度決めるまで、だれも受け入れていません。',
  refused: '受け入れられていません。対応を加えるか、書き直してもう一度決めてもらいます。',
};

/** The day that was asked for, where nobody has accepted the risk until another. */
const wishOf = (until: string) =>
  ['受け入れたい最後の日', `${japaneseDay(until)}${until < dayInJapan(new Date()) ? '（過ぎています）' : ''}`] as const;

function Said({ risk: { acceptance, state, acceptedUntil } }: RiskPartProps) {
  if (!acceptance) return null;
  const { decided, reason, until, changed } = acceptance;
  return (
    <>
      {changed && state === 'asked' && (
        <div className="mb-3">
          <Callout tone="attention" title="受け入れたときのリスクではなくなりました">
            <p>{changedWords(changed)}</p>
            <p>もう一度決まるまで、だれも受け入れていません。</p>
          </Callout>
        </div>
      )}
      <p className="measure mb-3">
        {acceptedUntil === null ? (
          words[state]
        ) : (
          <>
            {japaneseDay(acceptedUntil)}まで受け入れています（{decided?.number}）。
          </>
        )}
      </p>
      <FactList
        facts={[
          ['受け入れる理由', reason],
          ...(decided?.outcome === 'approved' ? [] : [wishOf(until)]),
          [
            '経営者の決定',
            decided
              ? `${decided.number}「${outcomeWords('risk-acceptance', decided.outcome).title}」${decided.reason}`
              : 'まだです',
          ],
        ]}
      />
    </>
  );
}

type DropProps = { readonly facilityId: string; readonly risk: ShownRisk };

function DropAcceptance({ facilityId, risk }: DropProps) {
  const client = useQueryClient();
  const [asks, setAsks] = useState(false);
  const again = () => client.invalidateQueries({ queryKey: risks.key() });
  const act = useMutation(
    risks.dropAcceptance.mutationOptions({
      onSuccess: async () => {
        await again();
        notify('受容をやめました。');
        setAsks(false);
      },
      onError: again,
    }),
  );
  return (
    <>
      <Button look="quiet" flush="phone" onPress={() => setAsks(true)}>
        受容をやめる
      </Button>
      <ConfirmDialog
        open={asks}
        title="受容をやめますか"
        confirm="受容をやめる"
        keep="このままにする"
        onConfirm={() => act.mutate({ facilityId, riskId: risk.id })}
        pending={act.isPending ? 'やめています' : undefined}
        onClose={() => setAsks(false)}
      >
        <p>
          「経営者が決めること」から外れ、このリスクはだれも受け入れていない状態になります。これまでの決定は、記録に残ります。
        </p>
        <RefusalNote error={act.error} title="やめられませんでした" />
      </ConfirmDialog>
    </>
  );
}
