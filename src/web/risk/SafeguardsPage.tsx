import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { type SafeguardCell, type SafeguardRow, safeguardFinding, signOf, signTitles } from '#core/risk/safeguard.ts';
import { kindTitles, treatmentKinds } from '#core/risk/treatment.ts';
import { Callout } from '#web/ui/Callout.tsx';
import { Card } from '#web/ui/Card.tsx';
import { Link } from '#web/ui/Link.tsx';
import { Page } from '#web/ui/Page.tsx';
import { OnceRead } from '#web/ui/Skeleton.tsx';
import { type Column, Table } from '#web/ui/Table.tsx';
import { Tag } from '#web/ui/Tag.tsx';
import { useWide } from '#web/ui/use-wide.ts';
import { safeguardsQuery } from './calls.ts';
import { placeTitles } from './place-titles.ts';

/** Where what is done about the risks stands in table 4-1 of the guideline, and what is missing. */
export function SafeguardsPage() {
  const { facilityId = '' } = useParams({ strict: false });
  return (
    <Page
      where={<Link href={`/facilities/${facilityId}/risks`}>リスク</Link>}
      title="対応の抜け（表4-1）"
      sub="リスクへの対応を、ガイドラインの表4-1の13行に並べました。「まだない」ところは、対応が抜けていないかを確かめます。"
    >
      <OnceRead>
        <Safeguarding facilityId={facilityId} />
      </OnceRead>
    </Page>
  );
}

function Safeguarding({ facilityId }: { readonly facilityId: string }) {
  const { data } = useSuspenseQuery(safeguardsQuery(facilityId));
  const { rows, unplaced, untreated, source } = data;
  return (
    <>
      <p className="measure">{safeguardFinding(rows)}</p>
      <Left {...{ facilityId, unplaced, untreated }} />
      <Card>
        <Lines {...{ facilityId, rows }} />
      </Card>
      <Card title="この表の見方">
        <ul className="measure flex list-disc flex-col gap-1 pl-5">
          <li>
            予防的な対応は起きないようにするもの、発見的な対応は起きたことに気づくものです。防ぐだけでは足りないことがあるため、両方を組み合わせます。
          </li>
          <li>
            数は、終わっていないリスクの対応です。対応を書くときに選んだ「どこを守るか」と「防ぐか、気づくか」で並びます。
          </li>
          <li>
            「まだない」は、リスクの一覧に対応が書かれていないという意味です。ほかの所で守っていることもあります。すべてを埋める必要はありません。
          </li>
        </ul>
        <p className="measure mt-3 text-note text-solid-gray-700">出典：{source}</p>
      </Card>
    </>
  );
}

type LeftProps = { readonly facilityId: string; readonly unplaced: number; readonly untreated: number };

/** What the table cannot show. */
function Left({ facilityId, unplaced, untreated }: LeftProps) {
  if (unplaced + untreated === 0) return null;
  return (
    <Callout tone="note" title="この表に出ていないもの">
      {untreated > 0 && (
        <p>
          対応を決めていないリスクが{untreated}件あります。
          <Link href={`/facilities/${facilityId}/risks`}>リスクの一覧を見る</Link>
        </p>
      )}
      {unplaced > 0 && <p>表の場所を選んでいない対応が{unplaced}件あります。「対応を直す」で選べます。</p>}
    </Callout>
  );
}

type LinesProps = { readonly facilityId: string; readonly rows: readonly SafeguardRow[] };

/** The lines as a table, on a phone one below the other. */
function Lines({ facilityId, rows }: LinesProps) {
  const wide = useWide();
  if (wide) {
    return (
      <Table caption="表4-1の行ごとの対応" columns={columnsOf(facilityId)} rows={rows} rowKey={({ id }) => id} whole />
    );
  }
  return (
    <ul>
      {rows.map((row) => (
        <li key={row.id} className="border-t border-solid-gray-100 py-3 first:border-t-0 first:pt-0">
          <LineName {...{ facilityId, row }} />
          <dl className="mt-1 grid grid-cols-2 gap-3">
            {treatmentKinds.map((kind) => (
              <div key={kind}>
                <dt className="text-note text-solid-gray-700">{kindTitles[kind]}</dt>
                <dd>
                  <Sign cell={row[kind]} />
                </dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}

const columnsOf = (facilityId: string): readonly Column<SafeguardRow>[] => [
  {
    key: 'title',
    title: '守るところ',
    names: true,
    cell: (row) => <LineName {...{ facilityId, row }} />,
  },
  ...treatmentKinds.map((kind) => ({
    key: kind,
    title: kindTitles[kind],
    cell: (row: SafeguardRow) => <Sign cell={row[kind]} />,
  })),
];

type LineNameProps = { readonly facilityId: string; readonly row: SafeguardRow };

function LineName({ facilityId, row: { id, place, title, preventive, detective } }: LineNameProps) {
  const isEmpty = signOf(preventive) === 'none' && signOf(detective) === 'none';
  return (
    <>
      <span className="block text-note text-solid-gray-700">{placeTitles[place]}</span>
      {isEmpty ? title : <Link href={`/facilities/${facilityId}/risks?line=${id}`}>{title}</Link>}
    </>
  );
}

const tones = { none: 'plain', late: 'attention', open: 'now', done: 'done' } as const;

function Sign({ cell }: { readonly cell: SafeguardCell }) {
  const sign = signOf(cell);
  const { done, open } = cell;
  return (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <Tag tone={tones[sign]}>{signTitles[sign]}</Tag>
      {sign !== 'none' && (
        <span className="text-help tabular-nums">
          {sign === 'done' ? `${done}件` : `${done + open}件のうち${done}件できた`}
        </span>
      )}
    </span>
  );
}
