import { personDaysText } from '#core/assessment/cost.ts';
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

/** What is finished in each quarter, and what that takes. */
export function Quarters({ plan: { chosen, schedule } }: { readonly plan: PlanView }) {
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
    </Card>
  );
}
