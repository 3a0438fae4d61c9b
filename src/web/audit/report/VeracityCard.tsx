import { differenceText, shareText, type VeracityView, veracityWords } from '#core/audit/veracity.ts';
import { veracityChart } from '#core/audit/veracity-chart.ts';
import { yearTitle } from '#core/kernel/fiscal-year.ts';
import { Card } from '#web/ui/Card.tsx';
import { Drawing } from '#web/ui/Drawing.tsx';
import { type Column, Table } from '#web/ui/Table.tsx';

type Row = VeracityView['areas'][number] | VeracityView['years'][number];

const keyOf = (row: Row) => ('auditId' in row ? row.auditId : row.id);

const numbers: readonly Column<Row>[] = [
  { key: 'share', title: '一致', numeric: true, cell: ({ share }) => shareText(share) },
  {
    key: 'difference',
    title: '自己点検−監査',
    numeric: true,
    roomy: true,
    cell: ({ difference }) => differenceText(difference),
  },
  { key: 'over', title: '高く回答', numeric: true, roomy: true, cell: ({ overstated }) => `${overstated}問` },
  { key: 'under', title: '低く回答', numeric: true, roomy: true, cell: ({ understated }) => `${understated}問` },
  { key: 'compared', title: '比べた数', numeric: true, roomy: true, cell: ({ compared }) => `${compared}問` },
];

/** Names the row; on a phone with what the columns say that have no room there. */
const name = (title: string, words: (row: Row) => string): Column<Row> => ({
  key: 'name',
  title,
  names: true,
  cell: (row) => (
    <>
      {words(row)}
      <span className="block text-help text-solid-gray-700 sm:hidden">
        差 {differenceText(row.difference)}・高く {row.overstated}問・低く {row.understated}問・比べた {row.compared}問
      </span>
    </>
  ),
});

/** How far what was claimed holds against what was audited: by area, and over the years. */
export function VeracityCard({ veracity }: { readonly veracity: VeracityView }) {
  const { overall, areas, years } = veracity;
  return (
    <Card
      title="自己点検は、監査でも同じだったか"
      aside={`一致 ${shareText(overall.share)}・差 ${differenceText(overall.difference)}`}
    >
      <div className="flex flex-col gap-4">
        <p className="measure">{veracityWords(overall)}</p>
        {overall.compared > 0 && (
          <Drawing
            drawing={veracityChart(veracity)}
            table={
              <Table
                caption="分野ごとの、自己点検と監査の一致"
                columns={[name('分野', ({ title }) => title), ...numbers]}
                rows={areas}
                rowKey={keyOf}
              />
            }
          />
        )}
        {years.length > 1 && (
          <Table
            caption="これまでの監査の一致"
            captionShown
            columns={[
              name('監査', (row) => ('fiscalYear' in row ? `${yearTitle(row.fiscalYear)} ${row.title}` : row.title)),
              ...numbers,
            ]}
            rows={years}
            rowKey={keyOf}
          />
        )}
      </div>
    </Card>
  );
}
