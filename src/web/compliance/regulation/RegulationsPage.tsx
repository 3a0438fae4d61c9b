import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { isReviewLate, mostRegulations, regulationKindTitles } from '#core/compliance/regulation/regulation.ts';
import { may } from '#core/identity/role.ts';
import { dayInJapan, japaneseDay } from '#core/kernel/fiscal-year.ts';
import { useSession } from '#web/identity/index.ts';
import { Button } from '#web/ui/Button.tsx';
import { Card } from '#web/ui/Card.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { Link } from '#web/ui/Link.tsx';
import { Page } from '#web/ui/Page.tsx';
import { OnceRead } from '#web/ui/Skeleton.tsx';
import { type Column, Table } from '#web/ui/Table.tsx';
import { Tag } from '#web/ui/Tag.tsx';
import { regulationsQuery, type ShownRegulationRow } from '../calls.ts';
import { RegulationDialog } from './RegulationDialog.tsx';

/** The documents the facility rules itself by: the version in force, its approval, the day it is looked over. */
export function RegulationsPage() {
  const { facilityId = '' } = useParams({ strict: false });
  return (
    <OnceRead>
      <Register facilityId={facilityId} />
    </OnceRead>
  );
}

function Register({ facilityId }: { readonly facilityId: string }) {
  const { data } = useSuspenseQuery(regulationsQuery(facilityId));
  const roles = useSession().facilities.find(({ id }) => id === facilityId)?.roles ?? [];
  const [adding, setAdding] = useState(false);
  const add = may(roles, 'regulation.write') && data.length < mostRegulations && (
    <Button look="primary" onPress={() => setAdding(true)}>
      文書を加える
    </Button>
  );
  const [standing, withdrawn] = [data.filter((row) => !row.withdrawn), data.filter((row) => row.withdrawn)];
  return (
    <Page
      title="規程・方針"
      sub="施設で決めた方針・規程・手順です。版、経営者の承認、見直しの期限を残します。条項を選ぶと、その条項の証跡になります。"
      action={data.length > 0 && add}
    >
      {data.length === 0 && (
        <EmptyState icon="book" title="まだ文書がありません" action={add}>
          {add
            ? 'まず「情報セキュリティ方針」を加えます。大きさに合わせた短い文案から始められます。'
            : '企画管理者か運用担当者が文書を加えると、ここに並びます。'}
        </EmptyState>
      )}
      {standing.length > 0 && <Rows {...{ facilityId, title: '使っている文書', rows: standing }} />}
      {withdrawn.length > 0 && <Rows {...{ facilityId, title: '使うのをやめた文書', rows: withdrawn }} />}
      {adding && <RegulationDialog {...{ facilityId, regulation: undefined }} onClose={() => setAdding(false)} />}
    </Page>
  );
}

type RowsProps = {
  readonly facilityId: string;
  readonly title: string;
  readonly rows: readonly ShownRegulationRow[];
};

function Rows({ facilityId, title, rows }: RowsProps) {
  return (
    <Card title={title} aside={`${rows.length}件`}>
      <Table caption={`${title}の一覧`} columns={columnsOf(facilityId)} rows={rows} rowKey={({ id }) => id} whole />
    </Card>
  );
}

const columnsOf = (facilityId: string): readonly Column<ShownRegulationRow>[] => [
  {
    key: 'title',
    title: '文書',
    names: true,
    cell: (row) => (
      <>
        <Link href={`/facilities/${facilityId}/regulations/${row.id}`}>{row.title}</Link>
        <span className="block text-help text-solid-gray-700">{regulationKindTitles[row.kind]}</span>
        <span className="block sm:hidden">
          <Standing row={row} />
          <Review row={row} />
        </span>
      </>
    ),
  },
  { key: 'version', title: '版と承認', roomy: true, cell: (row) => <Standing row={row} /> },
  { key: 'review', title: '見直しの期限', short: true, roomy: true, cell: (row) => <Review row={row} /> },
];

function Standing({ row: { current, coming, draft } }: { readonly row: ShownRegulationRow }) {
  return (
    <span className="text-help">
      {current ? `第${current.number}版・${current.approvedBy?.name ?? ''}が承認` : '使っている版はまだありません'}
      {coming && <span className="block">{`第${coming.number}版を${japaneseDay(coming.validOn)}から使います`}</span>}
      {draft && (
        <span className="mt-1 block">
          <Tag tone="attention">{`第${draft.number}版が承認待ち`}</Tag>
        </span>
      )}
    </span>
  );
}

function Review({ row }: { readonly row: ShownRegulationRow }) {
  if (row.reviewOn === null) return <span className="text-help text-solid-gray-700">見直しの期限なし</span>;
  const late = isReviewLate(row, dayInJapan(new Date()));
  return (
    <span className="text-help tabular-nums">
      <span className="sm:hidden">見直しの期限：</span>
      {japaneseDay(row.reviewOn)}
      {late && (
        <span className="block">
          <Tag tone="danger">期限を過ぎています</Tag>
        </span>
      )}
    </span>
  );
}
