import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { fiscalYearLabel } from '#core/kernel/fiscal-year.ts';
import { bedsOfClass } from '#core/organisation/bed-class.ts';
import { facilityTypeTitles } from '#core/organisation/facility.ts';
import { prefectureName } from '#core/organisation/prefecture.ts';
import { programmeContract } from '#core/programme/contract.ts';
import { type Stage, stages, stageTitles } from '#core/sheet/stage.ts';
import { queriesFor } from '#web/platform/api.ts';
import { Card } from '#web/ui/Card.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { Page } from '#web/ui/Page.tsx';
import { type Column, Table } from '#web/ui/Table.tsx';

const programme = queriesFor(programmeContract);
type View = Awaited<ReturnType<typeof programme.read.call>>;
type Row = View['classes'][number];

const number = new Intl.NumberFormat('ja-JP');
const hidden = <span className="text-body font-400 text-solid-gray-700">非表示</span>;
const countOf = (count: number | null) => (count === null ? hidden : number.format(count));

/** A kind that is counted in sizes says where nobody has entered the beds; one without beds says nothing. */
const bedsOf = ({ type, bedClass }: Row) =>
  type === null || bedClass === null ? undefined : bedsOfClass({ type, bedClass });
const kindOf = ({ type }: Row) => (type === null ? '小さな区分の合計' : facilityTypeTitles[type]);
const columns: readonly Column<Row, string>[] = [
  { key: 'type', title: '種類', names: true, cell: (row) => <Kind row={row} /> },
  {
    key: 'beds',
    title: '病床数',
    short: true,
    roomy: true,
    cell: (row) => bedsOf(row) ?? '—',
  },
  {
    key: 'facilities',
    title: '台帳の施設',
    numeric: true,
    roomy: true,
    cell: ({ facilities }) => countOf(facilities),
  },
  ...stages.map((stage) => ({
    key: stage,
    title: stageTitles[stage],
    numeric: true,
    roomy: true,
    cell: (row: Row) => countOf(row.stages[stage]),
  })),
];

/** How many facilities of an area are at which stage, by kind and size; never which. */
export function ProgrammePage() {
  const { organisationId = '' } = useParams({ strict: false });
  const { data } = useSuspenseQuery(programme.read.queryOptions({ input: { organisationId }, staleTime: 0 }));
  const area = data.prefecture === null ? '全国' : prefectureName(data.prefecture);
  return (
    <Page
      title={`${area}の点検の進み具合`}
      sub={`${fiscalYearLabel(data.fiscalYear)}。どの施設かは出ません。10施設に満たない数と、それを逆算できる数は「非表示」にし、小さな区分は一つにまとめています。`}
    >
      {data.facilities === 0 ? (
        <EmptyState icon="building" title="台帳に施設がありません">
          システム管理者が施設台帳を取り込むと、ここに数が出ます。
        </EmptyState>
      ) : (
        <>
          <Total total={data.total} facilities={data.facilities} />
          <Card title="種類と病床数ごとの施設数" aside="単位：施設">
            <Table
              caption="種類と病床数ごとの、点検の進み具合べつの施設数"
              columns={columns}
              rows={data.classes}
              rowKey={({ type, bedClass }) => `${type} ${bedClass}`}
            />
          </Card>
        </>
      )}
    </Page>
  );
}

/** On a phone the whole row stands here. */
function Kind({ row }: { readonly row: Row }) {
  const counts = [
    { title: '台帳の施設', count: row.facilities },
    ...stages.map((stage) => ({ title: stageTitles[stage], count: row.stages[stage] })),
  ];
  return (
    <>
      {kindOf(row)}
      <span className="ml-2 sm:hidden">{bedsOf(row)}</span>
      <dl className="mt-1 grid grid-cols-2 gap-x-6 text-help sm:hidden">
        {counts.map(({ title, count }) => (
          <div key={title} className="flex justify-between">
            <dt className="text-solid-gray-700">{title}</dt>
            <dd className="tabular-nums">{count === null ? '非表示' : number.format(count)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

type TotalProps = { readonly total: Readonly<Record<Stage, number | null>>; readonly facilities: number | null };

function Total({ total, facilities }: TotalProps) {
  const figures = [
    { title: '台帳の施設', count: facilities },
    ...stages.map((stage) => ({ title: stageTitles[stage], count: total[stage] })),
  ];
  return (
    <ul className="grid grid-cols-2 gap-3 wide:grid-cols-4">
      {figures.map(({ title, count }) => (
        <li key={title} className="rounded-12 border border-solid-gray-100 bg-white p-4">
          <p className="text-help text-solid-gray-700">{title}</p>
          <p className="text-figure tabular-nums">
            {countOf(count)}
            {count !== null && <span className="text-help">施設</span>}
          </p>
        </li>
      ))}
    </ul>
  );
}
