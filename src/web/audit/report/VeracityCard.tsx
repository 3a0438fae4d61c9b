import { differenceText, shareText, type VeracityView, veracityWords } from '#core/audit/veracity.ts';
import { yearTitle } from '#core/kernel/fiscal-year.ts';
import { Card } from '#web/ui/Card.tsx';
import { type Column, Table } from '#web/ui/Table.tsx';
import { AreasOverYears } from './AreasOverYears.tsx';
import { ShareBar } from './ShareBar.tsx';

type Row = VeracityView['areas'][number] | VeracityView['years'][number];

const keyOf = (row: Row) => ('auditId' in row ? row.auditId : row.id);
const titleOf = (row: Row) => ('fiscalYear' in row ? `${yearTitle(row.fiscalYear)} ${row.title}` : row.title);

const columnsOf = (title: string): readonly Column<Row>[] => [
  { key: 'name', title, names: true, cell: (row) => <Named row={row} /> },
  { key: 'bar', title: '一致した割合', roomy: true, width: 'sm:w-48', cell: ({ share }) => <ShareBar share={share} /> },
  {
    key: 'share',
    title: '一致',
    numeric: true,
    width: 'sm:w-20',
    cell: ({ share }) => <strong>{shareText(share)}</strong>,
  },
  {
    key: 'difference',
    title: '自己点検−監査',
    numeric: true,
    roomy: true,
    width: 'sm:w-36',
    cell: ({ difference }) => differenceText(difference),
  },
  {
    key: 'over',
    title: '高く回答',
    numeric: true,
    roomy: true,
    width: 'sm:w-24',
    cell: ({ overstated }) => `${overstated}問`,
  },
  {
    key: 'under',
    title: '低く回答',
    numeric: true,
    roomy: true,
    width: 'sm:w-24',
    cell: ({ understated }) => `${understated}問`,
  },
  {
    key: 'compared',
    title: '比べた数',
    numeric: true,
    roomy: true,
    width: 'sm:w-24',
    cell: ({ compared }) => `${compared}問`,
  },
];

/** Names the row; on a phone with the bar and with what the columns say that have no room there. */
function Named({ row }: { readonly row: Row }) {
  const { share, difference, overstated, understated, compared } = row;
  return (
    <>
      {titleOf(row)}
      <span className="block text-help text-solid-gray-700 tabular-nums sm:hidden">
        <ShareBar share={share} />差 {differenceText(difference)}・高く {overstated}問・低く {understated}問・比べた{' '}
        {compared}問
      </span>
    </>
  );
}

/** How far what was claimed holds against what was audited: by area, and over the years. */
export function VeracityCard({ veracity }: { readonly veracity: VeracityView }) {
  const { overall, areas, years, overYears } = veracity;
  return (
    <Card
      title="自己点検は、監査でも同じだったか"
      aside={`一致 ${shareText(overall.share)}・差 ${differenceText(overall.difference)}`}
    >
      <div className="flex flex-col gap-4">
        <p className="measure">{veracityWords(overall)}</p>
        {overall.compared > 0 && (
          <Table
            caption="分野ごとの、自己点検と監査の一致"
            columns={columnsOf('分野')}
            rows={areas}
            rowKey={keyOf}
            whole
          />
        )}
        {years.length > 1 && (
          <Table
            caption="これまでの監査の一致"
            captionShown
            columns={columnsOf('監査')}
            rows={years}
            rowKey={keyOf}
            whole
          />
        )}
        <AreasOverYears areas={overYears} />
      </div>
    </Card>
  );
}
