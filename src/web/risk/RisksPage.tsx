import { useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { may } from '#core/identity/role.ts';
import { countIn } from '#core/risk/heat-map.ts';
import type { RiskState } from '#core/risk/risk-state.ts';
import { Button, ButtonLink } from '#web/ui/Button.tsx';
import { Callout } from '#web/ui/Callout.tsx';
import { Card } from '#web/ui/Card.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { Figure } from '#web/ui/Figure.tsx';
import { PageHead } from '#web/ui/PageHead.tsx';
import { OnceRead } from '#web/ui/Skeleton.tsx';
import { type RiskSums, riskSumsQuery, risksQuery } from './calls.ts';
import { RegisterFiles } from './RegisterFiles.tsx';
import { RegisterLinks } from './RegisterLinks.tsx';
import { RiskDialog } from './RiskDialog.tsx';
import { RiskFilters } from './RiskFilters.tsx';
import { RiskMap } from './RiskMap.tsx';
import { RiskRow } from './RiskRow.tsx';
import { isNarrowed, type RiskSearch } from './risk-search.ts';
import { useRoles } from './use-roles.ts';

type RisksPageProps = {
  readonly facilityId: string;
  readonly search: RiskSearch;
  readonly onSearch: (search: RiskSearch) => void;
};

/** The register of risks: how many there are where, and each of them, the largest first. */
export function RisksPage(props: RisksPageProps) {
  const roles = useRoles(props.facilityId);
  const [adding, setAdding] = useState(false);
  const edits = may(roles, 'risk.edit');
  return (
    <>
      <PageHead
        title="リスク"
        sub="起こりうることを書き出し、起こりやすさと診療への影響で並べて、どうするかを決めます。残るリスクは、経営者が期限を決めて受け入れます。"
        action={
          <>
            <RegisterFiles facilityId={props.facilityId} />
            {edits && (
              <Button look="primary" onPress={() => setAdding(true)}>
                リスクを加える
              </Button>
            )}
          </>
        }
      />
      <div className="flex flex-col gap-5">
        <RegisterLinks facilityId={props.facilityId} suggests={edits} />
        <OnceRead>
          <Register {...props} edits={edits} />
        </OnceRead>
      </div>
      {adding && <RiskDialog facilityId={props.facilityId} risk={undefined} onClose={() => setAdding(false)} />}
    </>
  );
}

const countOf = ({ states }: RiskSums, ...wanted: readonly RiskState[]): number =>
  states.filter(({ state }) => wanted.includes(state)).reduce((all, { risks }) => all + risks, 0);

function Register({ facilityId, search, onSearch, edits }: RisksPageProps & { readonly edits: boolean }) {
  const { data: sums } = useSuspenseQuery(riskSumsQuery(facilityId));
  if (sums.states.length === 0) return <Nothing {...{ facilityId, edits }} />;
  return (
    <>
      <Counts sums={sums} />
      {sums.toReview > 0 && <ToReview {...{ facilityId, edits }} count={sums.toReview} />}
      <RiskMap {...{ sums, search, onSearch }} />
      <Card title="リスクの一覧">
        <RiskFilters {...{ sums, search, onSearch }} />
        <Lines {...{ facilityId, search, sums, onSearch }} />
      </Card>
    </>
  );
}

type ToReviewProps = { readonly facilityId: string; readonly edits: boolean; readonly count: number };

function ToReview({ facilityId, edits, count }: ToReviewProps) {
  return (
    <Callout
      tone="attention"
      title={`見積もりを見直すリスクが${count}件あります`}
      action={
        <ButtonLink size="small" href={`/facilities/${facilityId}/risks?review=waiting#list`}>
          見直し待ちを見る
        </ButtonLink>
      }
    >
      見積もりの基準が変わりました。
      {edits ? '1件ずつ開いて、「リスクを見積もる」で確かめてください。' : 'リスクを書く人が見直すのを待っています。'}
    </Callout>
  );
}

function Nothing({ facilityId, edits }: { readonly facilityId: string; readonly edits: boolean }) {
  return (
    <EmptyState
      title="リスクは、まだありません"
      action={edits && <ButtonLink href={`/facilities/${facilityId}/risks/suggestions`}>リスクの案から選ぶ</ButtonLink>}
    >
      {edits
        ? '案から選ぶと、点検の結果とほかの施設の事故をもとに始められます。「リスクを加える」で、思いあたることを1つずつ書くこともできます。'
        : '企画管理者か安全管理責任者がリスクを書くと、ここに並びます。'}
    </EmptyState>
  );
}

function Counts({ sums }: { readonly sums: RiskSums }) {
  const before = countIn('urgent', sums.criteria, sums.before);
  return (
    <div className="grid grid-cols-2 gap-3 sm:grid-cols-4 wide:gap-5">
      <Figure title="急ぐリスク" figure={String(countIn('urgent', sums.criteria, sums.after))} unit="件">
        対応の前は{before}件
      </Figure>
      <Figure
        title="どうするか決まっていない"
        figure={String(countOf(sums, 'unassessed', 'undecided', 'refused'))}
        unit="件"
      >
        見積もり前も含みます
      </Figure>
      <Figure title="対応中" figure={String(countOf(sums, 'treating'))} unit="件">
        終わった対応 {countOf(sums, 'treated')}件
      </Figure>
      <Figure title="経営者の決定が要る" figure={String(countOf(sums, 'asked', 'lapsed'))} unit="件">
        受容中 {countOf(sums, 'accepted')}件
      </Figure>
    </div>
  );
}

type LinesProps = RisksPageProps & { readonly sums: RiskSums };

function Lines({ facilityId, search, sums, onSearch }: LinesProps) {
  const { data, ...list } = useSuspenseInfiniteQuery(risksQuery(facilityId, search));
  const lines = data.pages.flatMap((page) => page.risks);
  if (lines.length === 0) {
    return (
      <EmptyState
        title="当てはまるリスクはありません"
        action={isNarrowed(search) && <Button onPress={() => onSearch({})}>すべてのリスクを見る</Button>}
      >
        見るものの条件を変えてください。
      </EmptyState>
    );
  }
  return (
    <>
      <ul>
        {lines.map((risk) => (
          <RiskRow key={risk.id} {...{ facilityId, risk, criteria: sums.criteria }} />
        ))}
      </ul>
      {list.hasNextPage && (
        <div className="mt-4 flex justify-center">
          <Button
            onPress={() => void list.fetchNextPage()}
            pending={list.isFetchingNextPage ? '読み込んでいます…' : undefined}
          >
            さらに見る（{lines.length}件まで見ました）
          </Button>
        </div>
      )}
    </>
  );
}
