import { useSuspenseQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import type { ReportInput } from '#core/assessment/report.ts';
import { itemsOf } from '#core/catalogue/sheet.ts';
import { sheetQuery } from '#web/catalogue/index.ts';
import { Button, ButtonLink } from '#web/ui/Button.tsx';
import { Callout } from '#web/ui/Callout.tsx';
import { Day } from '#web/ui/Day.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { PageHead } from '#web/ui/PageHead.tsx';
import { AfterAWhile, Skeleton } from '#web/ui/Skeleton.tsx';
import { PrintPart } from '../result/PrintPart.tsx';
import { ResultBody } from '../result/ResultBody.tsx';
import { AnswerAppendix } from './AnswerAppendix.tsx';
import { downloadSelfCheck } from './download.ts';
import { NetworkInvitation } from './NetworkInvitation.tsx';
import { NotBegun } from './NotBegun.tsx';
import { countOf, kindTitles, type SelfCheck } from './self-check.ts';
import { shownCheck } from './shown-check.ts';
import { useSelfCheck } from './store.ts';
import { useNetworkResult } from './use-network-result.ts';

export function ResultPage() {
  const check = useSelfCheck();
  if (!check) return <NotBegun title="点検の結果" />;
  const answered = countOf(check, 'small-facility') > 0;
  return (
    <>
      <PageHead
        where={`${kindTitles[check.kind]}の自己点検`}
        title="点検の結果"
        sub={
          <>
            <Day at={new Date()} />
            ・答えはこの端末の外へ送っていません
          </>
        }
        action={
          answered && (
            <>
              <Button icon="download" onPress={() => downloadSelfCheck(check)}>
                回答をファイルに保存する
              </Button>
              <Button look="primary" icon="print" onPress={() => window.print()}>
                印刷する
              </Button>
            </>
          )
        }
      />
      {answered ? <Result check={check} /> : <NothingAnswered />}
    </>
  );
}

function NothingAnswered() {
  return (
    <EmptyState
      icon="chart"
      title="まだ一つも答えていません"
      action={
        <ButtonLink look="primary" href="/self-check/questions">
          設問に答える
        </ButtonLink>
      }
    >
      0点という意味ではありません。13の設問のどれか一つに答えると、ここに結果が出ます。
    </EmptyState>
  );
}

const waiting = (
  <AfterAWhile>
    <Skeleton />
  </AfterAWhile>
);

function Result({ check }: { readonly check: SelfCheck }) {
  return (
    <Suspense fallback={waiting}>
      {countOf(check, 'network-level') > 0 ? (
        <WithNetwork check={check} />
      ) : (
        <Shown check={check} network={undefined} />
      )}
    </Suspense>
  );
}

function WithNetwork({ check }: { readonly check: SelfCheck }) {
  return <Shown check={check} network={useNetworkResult(check)} />;
}

type ShownProps = { readonly check: SelfCheck; readonly network: ReportInput['network'] };

function Shown({ check, network }: ShownProps) {
  const { sheet } = useSuspenseQuery(sheetQuery('small-facility')).data;
  const shown = shownCheck(check, sheet, network);
  const { size } = shown.answers;
  const left = itemsOf(sheet).length - size;
  return (
    <>
      {left > 0 && (
        <div className="mb-5">
          <Callout
            tone="note"
            title={`まだ${left}問に答えていません`}
            action={<ButtonLink href="/self-check/questions?view=one">続きから答える</ButtonLink>}
          >
            答えた{size}問だけの結果です。残りに答えると変わります。
          </Callout>
        </div>
      )}
      <ResultBody shown={shown} whose={`${kindTitles[check.kind]}の自己点検`} networkHint={<NetworkInvitation />}>
        <PrintPart>
          <AnswerAppendix sheet={sheet} answers={shown.answers} />
        </PrintPart>
      </ResultBody>
    </>
  );
}
