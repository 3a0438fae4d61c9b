import { withArrow } from '#core/assessment/report/score-part.ts';
import { areaScoreText } from '#core/assessment/score-text.ts';
import type { Sheet } from '#core/catalogue/sheet.ts';
import { Card } from '#web/ui/Card.tsx';
import { type Column, Table } from '#web/ui/Table.tsx';
import type { PlanView } from './calls.ts';

type Row = PlanView['areas'][number] & { readonly title: string };

const rose = ({ before, after }: Row) => after - before > 1e-9;
const changeOf = (row: Row) => (rose(row) ? withArrow(row.after - row.before, 1) : '変わらず');

const columns: readonly Column<Row>[] = [
  { key: 'title', title: '分野', names: true, cell: (row) => <Named row={row} /> },
  { key: 'before', title: '今', numeric: true, roomy: true, cell: ({ before }) => areaScoreText(before) },
  {
    key: 'after',
    title: '計画のあと',
    numeric: true,
    roomy: true,
    cell: (row) => <span className={rose(row) ? 'font-700' : ''}>{areaScoreText(row.after)}</span>,
  },
  {
    key: 'change',
    title: '変化',
    numeric: true,
    roomy: true,
    cell: changeOf,
  },
];

/** On a phone the rest of the row stands below the name. */
function Named({ row }: { readonly row: Row }) {
  return (
    <>
      {row.title}
      <span className="flex justify-between gap-4 tabular-nums sm:hidden print:hidden">
        {rose(row) ? `${areaScoreText(row.before)} → ${areaScoreText(row.after)}` : areaScoreText(row.before)}
        <span className={rose(row) ? 'font-700' : 'text-solid-gray-700'}>{changeOf(row)}</span>
      </span>
    </>
  );
}

/** Every area before and after the plan. */
export function AreasAfter({ sheet, plan }: { readonly sheet: Sheet; readonly plan: PlanView }) {
  const titles = new Map(sheet.areas.map(({ id, title }) => [id, title]));
  const rows = plan.areas.map((area) => ({ ...area, title: titles.get(area.id) ?? area.id }));
  return (
    <Card title="分野ごとの点" aside="0〜3点">
      <Table caption="分野ごとの、今と計画のあとの点" columns={columns} rows={rows} rowKey={({ id }) => id} whole />
    </Card>
  );
}
