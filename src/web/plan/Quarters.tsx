import { personDaysText } from '#core/assessment/cost.ts';
import { roleText } from '#core/catalogue/role-text.ts';
import { yenText } from '#core/plan/plan-words.ts';
import { quarters, quarterTitles } from '#core/plan/schedule.ts';
import { Card } from '#web/ui/Card.tsx';
import { type Column, Table } from '#web/ui/Table.tsx';
import type { PlanView } from './calls.ts';

type Row = { readonly title: string; readonly count: number; readonly cost: number; readonly personDays: number };

const columns: readonly Column<Row>[] = [
  { key: 'title', title: '終える時期', names: true, cell: ({ title }) => title },
  { key: 'count', title: '対策', numeric: true, cell: ({ count }) => `${count}件` },
  { key: 'cost', title: '費用', numeric: true, cell: ({ cost }) => yenText(cost) },
  { key: 'days', title: '手間', numeric: true, cell: ({ personDays }) => personDaysText(personDays) },
];

type RoleRow = PlanView['quarterDays'][number];

const daysText = ({ used, given }: RoleRow['quarters'][number]) => `${used} / ${given}`;

const daysColumns = ([all]: readonly RoleRow[]): readonly Column<RoleRow>[] => [
  { key: 'role', title: '担当', names: true, cell: (row) => <RoleDays row={row} /> },
  ...(all?.quarters ?? []).map(
    ({ quarter }, at): Column<RoleRow> => ({
      key: String(quarter),
      title: quarterTitles[quarter - 1] ?? '',
      numeric: true,
      roomy: true,
      cell: ({ quarters: days }) => days[at] && daysText(days[at]),
    }),
  ),
];

/** The role, and on a phone its quarters below it. */
function RoleDays({ row: { role, quarters: days } }: { readonly row: RoleRow }) {
  return (
    <>
      {role === null ? '全員' : roleText(role)}
      {days.map((one) => (
        <span key={one.quarter} className="flex justify-between text-help tabular-nums text-solid-gray-800 sm:hidden">
          <span>{quarterTitles[one.quarter - 1]}</span>
          <span>{daysText(one)}</span>
        </span>
      ))}
    </>
  );
}

/** What is finished in each quarter, what that takes, and of how many days of each role. */
export function Quarters({ plan: { chosen, schedule, quarterDays } }: { readonly plan: PlanView }) {
  const rows = quarters.map((quarter): Row => {
    const ids = new Set(schedule.filter((one) => one.quarter === quarter).map(({ id }) => id));
    const own = chosen.filter(({ id }) => ids.has(id));
    return {
      title: quarterTitles[quarter - 1] ?? '',
      count: own.length,
      cost: own.reduce((sum, { cost }) => sum + cost, 0),
      personDays: own.reduce((sum, { personDays }) => sum + personDays, 0),
    };
  });
  return (
    <Card title="四半期ごと" aside="早く終えられるものから順に">
      <Table
        caption="四半期ごとに終える対策"
        columns={columns}
        rows={rows.filter(({ count }) => count > 0)}
        rowKey={({ title }) => title}
        whole
      />
      <h3 className="mt-5 font-700">人日（使う / 使える）</h3>
      <p className="measure mt-1 mb-2 text-help text-solid-gray-700">
        どの対策を選ぶかは、1年の人日の合計で決めます。四半期は、終える順番だけを決めます。対策の人日は、終える四半期に数えます。使える人日は、前の四半期の残りを足したものです。
      </p>
      <Table
        caption="担当と四半期ごとに、使う人日と使える人日"
        columns={daysColumns(quarterDays)}
        rows={quarterDays}
        rowKey={({ role }) => role ?? ''}
        whole
      />
    </Card>
  );
}
