import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { decisionNumber } from '#core/plan/decision/decision.ts';
import { untilWords } from '#core/plan/decision/decision-sheet.ts';
import { type Outcome, outcomeWords } from '#core/plan/decision/outcome.ts';
import { Button } from '#web/ui/Button.tsx';
import { Card } from '#web/ui/Card.tsx';
import { Day } from '#web/ui/Day.tsx';
import { type Column, Table } from '#web/ui/Table.tsx';
import { Tag } from '#web/ui/Tag.tsx';
import { type DecidedPage, decidedQuery } from '../calls.ts';

type Row = DecidedPage['decisions'][number];

const tones: Readonly<Record<Outcome, 'done' | 'now' | 'plain'>> = {
  approved: 'done',
  deferred: 'now',
  declined: 'plain',
};

const outcome = ({ request, decision }: Row) => (
  <span className="flex flex-wrap items-center gap-x-2">
    <Tag tone={tones[decision.outcome]}>{outcomeWords(request.kind, decision.outcome).title}</Tag>
    {decision.until && <span className="text-help">{untilWords(request.kind, decision)}</span>}
  </span>
);

const number = ({ decision }: Row) => (
  <>
    <span className="block whitespace-nowrap tabular-nums">{decisionNumber(decision)}</span>
    <span className="block text-help text-solid-gray-700">
      <Day at={new Date(decision.decidedAt)} />
    </span>
  </>
);

/** On a phone all of a decision stands below its title. */
const what = (row: Row) => (
  <>
    <span className="block text-help tabular-nums text-solid-gray-700 sm:hidden">
      {decisionNumber(row.decision)}・
      <Day at={new Date(row.decision.decidedAt)} />
    </span>
    <span className="font-700">{row.request.title}</span>
    <span className="mt-1 flex flex-col gap-1 text-help sm:hidden">
      {outcome(row)}
      {row.decision.reason && <span>{row.decision.reason}</span>}
      <span className="text-solid-gray-700">決めた人：{row.decision.decidedBy.name}</span>
    </span>
  </>
);

const who = ({ decision }: Row) => <span className="whitespace-nowrap">{decision.decidedBy.name}</span>;

const columns: readonly Column<Row>[] = [
  { key: 'number', title: '番号と日', cell: number, roomy: true },
  { key: 'what', title: '決めたこと', cell: what, names: true },
  { key: 'outcome', title: '決定', cell: outcome, roomy: true },
  { key: 'reason', title: '理由', cell: ({ decision }) => decision.reason || '－', roomy: true },
  { key: 'who', title: '決めた人', cell: who, short: true, roomy: true },
];

/** Every decision by its number, the newest first. */
export function Decided({ facilityId }: { readonly facilityId: string }) {
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = useSuspenseInfiniteQuery(decidedQuery(facilityId));
  const rows = data.pages.flatMap(({ decisions }) => decisions);
  return (
    <Card title="決めたこと" aside={rows.length > 0 && !hasNextPage && `${rows.length}件`}>
      {rows.length === 0 ? (
        <p className="text-help text-solid-gray-700">まだありません。決めると、番号が付いてここに残ります。</p>
      ) : (
        <Table caption="番号の付いた決定" columns={columns} rows={rows} rowKey={({ decision }) => decision.id} />
      )}
      {hasNextPage && (
        <div className="mt-4 flex justify-center print:hidden">
          <Button pending={isFetchingNextPage ? '読み込んでいます…' : undefined} onPress={() => void fetchNextPage()}>
            さらに見る（{rows.length}件まで見ました）
          </Button>
        </div>
      )}
    </Card>
  );
}
