import { useInfiniteQuery, useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { auditKindTitles } from '#core/audit/audit-kind.ts';
import { may } from '#core/identity/role.ts';
import { fiscalYearOf, japaneseDay, yearTitle } from '#core/kernel/fiscal-year.ts';
import { useSession } from '#web/identity/index.ts';
import { Button, ButtonLink } from '#web/ui/Button.tsx';
import { Card } from '#web/ui/Card.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { Figure } from '#web/ui/Figure.tsx';
import { Link } from '#web/ui/Link.tsx';
import { Page } from '#web/ui/Page.tsx';
import { OnceRead } from '#web/ui/Skeleton.tsx';
import { Tag } from '#web/ui/Tag.tsx';
import { unbroken } from '#web/ui/unbroken.ts';
import { type AuditList, auditsQuery } from './calls.ts';
import { StateTag } from './StateTag.tsx';

/** The audits of a facility, and when the next one is due. */
export function AuditsPage() {
  const { facilityId = '' } = useParams({ strict: false });
  const roles = useSession().facilities.find(({ id }) => id === facilityId)?.roles ?? [];
  const plans = may(roles, 'audit.plan');
  const first = useInfiniteQuery(auditsQuery(facilityId)).data?.pages[0];
  const plan = plans && (
    <ButtonLink
      look={first?.audits.some(isAhead) ? 'secondary' : 'primary'}
      href={`/facilities/${facilityId}/audits/plan`}
    >
      監査を計画する
    </ButtonLink>
  );
  return (
    <Page
      title="監査"
      sub="内部監査は毎年度、外部監査は2〜3年に1回行います。企画管理者・運用担当者から独立した人が、点検と同じ設問で確かめます。"
      action={first && first.audits.length > 0 && plan}
    >
      <OnceRead>
        <Audits {...{ facilityId, plan }} />
      </OnceRead>
    </Page>
  );
}

/** Planned or under way. */
const isAhead = ({ state }: AuditList['audits'][number]) => state === 'planned' || state === 'under-way';

type AuditsProps = { readonly facilityId: string; readonly plan: ReactNode };

function Audits({ facilityId, plan }: AuditsProps) {
  const { data, ...list } = useSuspenseInfiniteQuery(auditsQuery(facilityId));
  const audits = data.pages.flatMap((page) => page.audits);
  const next = data.pages[0]?.next ?? [];
  return (
    <>
      <Due {...{ facilityId, audits, next }} />
      {audits.length === 0 ? (
        <EmptyState icon="search" title="監査は、まだありません" action={plan}>
          {plan
            ? 'まず、いつ、だれが、どの分野を確かめるかを決めます。'
            : '計画されると、いつ、だれが、どの分野を確かめるかが、ここに出ます。'}
        </EmptyState>
      ) : (
        <Card title="監査の一覧">
          <ul>
            {audits.map((audit) => (
              <Row key={audit.id} {...{ facilityId, audit }} />
            ))}
          </ul>
          {list.hasNextPage && (
            <div className="mt-4 flex justify-center">
              <Button
                onPress={() => void list.fetchNextPage()}
                pending={list.isFetchingNextPage ? '読み込んでいます…' : undefined}
              >
                さらに見る（{audits.length}件まで見ました）
              </Button>
            </div>
          )}
        </Card>
      )}
    </>
  );
}

type DueProps = Pick<AuditList, 'audits' | 'next'> & { readonly facilityId: string };

function Due({ facilityId, audits, next }: DueProps) {
  const thisYear = fiscalYearOf(new Date());
  return (
    <div className="grid gap-3 sm:grid-cols-2 wide:gap-5">
      {next.map(({ kind, fiscalYear, dueOn, last }) => (
        <Figure
          key={kind}
          title={`次の${auditKindTitles[kind]}`}
          figure={fiscalYear === thisYear ? '今年度' : yearTitle(fiscalYear)}
          unit={`${japaneseDay(dueOn)}まで`}
        >
          <NextPlan {...{ facilityId, last }} planned={audits.find((audit) => audit.kind === kind && isAhead(audit))} />
        </Figure>
      ))}
    </div>
  );
}

type NextPlanProps = {
  readonly facilityId: string;
  readonly planned: AuditList['audits'][number] | undefined;
  /** The fiscal year of the last one that was reported. */
  readonly last: number | null;
};

function NextPlan({ facilityId, planned, last }: NextPlanProps) {
  if (planned) {
    return (
      <Link href={`/facilities/${facilityId}/audits/${planned.id}`}>
        {unbroken(`${japaneseDay(planned.plannedFrom)}から（計画あり）`)}
      </Link>
    );
  }
  return last === null ? 'まだ一度も報告がありません' : `前回は${yearTitle(last)}`;
}

type RowProps = { readonly facilityId: string; readonly audit: AuditList['audits'][number] };

function Row({ facilityId, audit }: RowProps) {
  const { id, kind, title, state, plannedFrom, plannedTo, lead, fiscalYear, openFindings, lateFindings } = audit;
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 border-t border-solid-gray-100 py-3 first:border-t-0">
      <div className="min-w-0">
        <p className="font-700">
          <Link href={`/facilities/${facilityId}/audits/${id}`}>{title}</Link>
        </p>
        <p className="text-help text-solid-gray-700">
          {unbroken(
            `${yearTitle(fiscalYear)}・${auditKindTitles[kind]}・${japaneseDay(plannedFrom)}から${japaneseDay(plannedTo)}まで・責任者 ${lead?.name ?? '決まっていない'}`,
          )}
        </p>
      </div>
      <span className="flex flex-wrap items-center gap-2">
        {lateFindings > 0 && <Tag tone="attention">期限を過ぎた指摘 {lateFindings}件</Tag>}
        {openFindings > 0 && <span className="text-help tabular-nums">残った指摘 {openFindings}件</span>}
        <StateTag state={state} />
      </span>
    </li>
  );
}
