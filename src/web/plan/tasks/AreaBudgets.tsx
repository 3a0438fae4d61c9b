import { yenText } from '#core/plan/plan-words.ts';
import { type AreaBudget, budgetByArea, type TaskSum } from '#core/plan/task-summary.ts';
import { Card } from '#web/ui/Card.tsx';
import { type Column, Table } from '#web/ui/Table.tsx';

const titleOf = ({ area }: AreaBudget) => area?.title ?? '対策のほかの取り組み';
const keyOf = ({ area }: AreaBudget) => area?.id ?? '';
const leftOf = ({ planned, spent }: AreaBudget) =>
  spent > planned ? `${yenText(spent - planned)}の超過` : `残り${yenText(planned - spent)}`;

const columns: readonly Column<AreaBudget>[] = [
  { key: 'area', title: '分野', names: true, cell: (row) => <Named row={row} /> },
  { key: 'done', title: '終わった数', numeric: true, roomy: true, cell: ({ done, all }) => `${done} / ${all}件` },
  { key: 'planned', title: '予定', numeric: true, roomy: true, cell: ({ planned }) => yenText(planned) },
  { key: 'spent', title: '使った費用', numeric: true, roomy: true, cell: ({ spent }) => yenText(spent) },
  { key: 'left', title: '予定との差', numeric: true, roomy: true, cell: leftOf },
];

/** On a phone the rest of the row stands below the name. */
function Named({ row }: { readonly row: AreaBudget }) {
  const { done, all, planned, spent } = row;
  return (
    <>
      {titleOf(row)}
      <span className="block text-help tabular-nums text-solid-gray-700 sm:hidden print:hidden">
        使った費用 {yenText(spent)}・予定 {yenText(planned)}・
        <strong className={spent > planned ? 'text-orange-1000' : ''}>{leftOf(row)}</strong>
        <span className="block">
          終わった数 {done} / {all}件
        </span>
      </span>
    </>
  );
}

/** The budget of the year by area, used against planned: bars to compare, and the figures. */
export function AreaBudgets({ sums }: { readonly sums: readonly TaskSum[] }) {
  const all = budgetByArea(sums);
  const rows = all.filter(({ planned, spent }) => planned > 0 || spent > 0);
  const free = all.filter((row) => !rows.includes(row)).reduce((count, row) => count + row.all, 0);
  const isOver = rows.some(({ planned, spent }) => spent > planned);
  const legend = `濃い線が使った費用、淡い帯が予定${isOver ? '、橙の線は予定を超えた費用' : ''}`;
  const most = Math.max(...rows.flatMap(({ planned, spent }) => [planned, spent]));
  return (
    <Card title="分野ごとの予算" aside={rows.length > 0 && legend}>
      <div aria-hidden="true" className="mb-4 flex flex-col gap-3 empty:hidden">
        {rows.map((row) => (
          <Bar key={keyOf(row)} row={row} most={most} />
        ))}
      </div>
      {rows.length > 0 && <Table caption="分野ごとの予算の表" columns={columns} rows={rows} rowKey={keyOf} whole />}
      {free > 0 && (
        <p className="mt-2 text-help text-solid-gray-700">
          {rows.length > 0 ? `ほかに、費用の要らない取り組みが${free}件あります。` : '費用の要る取り組みはありません。'}
        </p>
      )}
    </Card>
  );
}

function Bar({ row, most }: { readonly row: AreaBudget; readonly most: number }) {
  const over = row.spent > row.planned;
  return (
    <div className="grid gap-x-4 gap-y-1 sm:grid-cols-[14rem_1fr] sm:items-center">
      <span className="text-help">{titleOf(row)}</span>
      <svg viewBox="0 0 100 8" preserveAspectRatio="none" className="h-3 w-full">
        <title>{titleOf(row)}</title>
        <rect width={(row.planned / most) * 100} height="8" className="fill-blue-200" />
        <rect
          y="2"
          width={(row.spent / most) * 100}
          height="4"
          className={over ? 'fill-orange-800' : 'fill-blue-900'}
        />
      </svg>
    </div>
  );
}
