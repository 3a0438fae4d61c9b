import { may, type Role } from '#core/identity/role.ts';
import type { RunSummaryView } from '#web/sheet/index.ts';
import { Day } from '#web/ui/Day.tsx';
import { FiscalYear } from '#web/ui/FiscalYear.tsx';
import { Link } from '#web/ui/Link.tsx';
import { Table } from '#web/ui/Table.tsx';
import { resultHref, runHref } from './run-href.ts';

type EarlierRunsProps = {
  readonly facilityId: string;
  readonly runs: readonly RunSummaryView[];
  readonly roles: readonly Role[];
};

/** The runs of earlier years with how they ended. */
export function EarlierRuns({ facilityId, runs, roles }: EarlierRunsProps) {
  const mayRead = ({ sheetId }: RunSummaryView) => sheetId === 'executive' || may(roles, 'result.read');
  const pathOf = ({ id }: RunSummaryView) => ({ facilityId, runId: id });
  return (
    <Table
      caption="年度ごとの点検"
      rows={runs}
      rowKey={({ id }) => id}
      columns={[
        { key: 'year', title: '年度', cell: ({ fiscalYear }) => <FiscalYear year={fiscalYear} /> },
        { key: 'sheet', title: '点検票', names: true, cell: ({ sheetTitle }) => sheetTitle },
        { key: 'status', title: '状態', cell: (run) => <Status run={run} /> },
        {
          key: 'ways',
          title: '開く',
          cell: (run) => (
            <span className="flex flex-wrap gap-x-4">
              {run.status === 'submitted' && mayRead(run) && <Link href={resultHref(pathOf(run))}>結果</Link>}
              <Link href={runHref(pathOf(run))}>回答</Link>
            </span>
          ),
        },
      ]}
    />
  );
}

function Status({ run: { submittedAt, answered, items } }: { readonly run: RunSummaryView }) {
  if (submittedAt === null) return `提出していません（${answered} / ${items}問）`;
  return (
    <>
      提出 <Day at={new Date(submittedAt)} />
    </>
  );
}
