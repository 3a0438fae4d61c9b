import { useState } from 'react';
import type { AreaLine, ScorePart } from '#core/assessment/report/score-part.ts';
import { areaScoreText } from '#core/assessment/score-text.ts';
import { Link } from '#web/ui/Link.tsx';
import { type Column, type Sorting, Table } from '#web/ui/Table.tsx';
import { ChangeAmount } from './ChangeAmount.tsx';
import { firstItem } from './first-item.ts';
import type { ShownResult } from './shown-result.ts';

type AreaTableProps = { readonly shown: ShownResult; readonly scores: ScorePart };
type Key = 'title' | 'score' | 'proven' | 'before' | 'change' | 'zero' | 'unknown' | 'open';

/** Every number of every area; its name leads to its answers. */
export function AreaTable({ shown, scores }: AreaTableProps) {
  const [sorting, setSorting] = useState<Sorting<Key>>({ by: 'title', direction: 'ascending' });
  const columns = columnsOf(shown, scores.areas);
  return (
    <Table
      caption="分野ごとの点数"
      rows={sorted(scores.areas, sorting)}
      rowKey={({ id }) => id}
      columns={columns}
      sorting={sorting}
      onSort={setSorting}
      whole
    />
  );
}

function columnsOf({ sheet, answersAt }: ShownResult, areas: readonly AreaLine[]): readonly Column<AreaLine, Key>[] {
  const compared = areas.some(({ before }) => before !== null);
  const any = (count: (area: AreaLine) => number) => areas.some((area) => count(area) > 0);
  const name: Column<AreaLine, Key> = {
    key: 'title',
    title: '分野',
    names: true,
    sortable: true,
    cell: ({ id, title }) => <Link href={answersAt(firstItem(sheet, id))}>{title}</Link>,
  };
  return [
    name,
    { key: 'score', title: '点', numeric: true, sortable: true, cell: (area) => <AreaScore {...area} /> },
    ...(areas.some(({ proven }) => proven !== null) ? [provenColumn] : []),
    ...(compared ? changeColumns : []),
    ...counts.filter(({ count }) => any(count)).map(({ count, ...column }) => numberColumn(column, count)),
  ];
}

function AreaScore({ score, weak }: Pick<AreaLine, 'score' | 'weak'>) {
  if (!weak) return areaScoreText(score);
  return (
    <span className="font-700 text-orange-1000">
      <span aria-hidden="true">●</span> {areaScoreText(score)}
      <span className="sr-only">（対策が要ります）</span>
    </span>
  );
}

const provenColumn: Column<AreaLine, Key> = {
  key: 'proven',
  title: '監査・訓練では',
  numeric: true,
  cell: ({ provenText }) => provenText,
};

const changeColumns: readonly Column<AreaLine, Key>[] = [
  { key: 'before', title: '前回', numeric: true, cell: ({ before }) => areaScoreText(before) },
  {
    key: 'change',
    title: '変化',
    numeric: true,
    sortable: true,
    cell: ({ change }) => (change === null ? '' : <ChangeAmount change={change} decimals={1} />),
  },
];

const counts: readonly { readonly key: Key; readonly title: string; readonly count: (area: AreaLine) => number }[] = [
  { key: 'zero', title: '0点', count: ({ zero }) => zero },
  { key: 'unknown', title: '分からない', count: ({ unknown }) => unknown },
  { key: 'open', title: '未回答', count: ({ unanswered }) => unanswered },
];

function numberColumn(
  column: { readonly key: Key; readonly title: string },
  count: (area: AreaLine) => number,
): Column<AreaLine, Key> {
  return { ...column, numeric: true, cell: count };
}

function sorted(areas: readonly AreaLine[], { by, direction }: Sorting<Key>): readonly AreaLine[] {
  const place = (area: AreaLine, index: number) => {
    return by === 'score' ? (area.score ?? 4) : by === 'change' ? (area.change ?? 9) : index;
  };
  const placed = areas.map((area, index) => ({ area, at: place(area, index) }));
  placed.sort((a, b) => (direction === 'ascending' ? a.at - b.at : b.at - a.at));
  return placed.map(({ area }) => area);
}
