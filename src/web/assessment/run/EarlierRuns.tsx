import { may, type Role } from '#core/identity/role.ts';
import type { RunPath, RunSummaryView } from '#web/sheet/index.ts';
import { Day } from '#web/ui/Day.tsx';
import { FiscalYear } from '#web/ui/FiscalYear.tsx';
import { Link } from '#web/ui/Link.tsx';
import { resultHref, runHref } from './run-href.ts';

type EarlierRunsProps = {
  readonly facilityId: string;
  readonly runs: readonly RunSummaryView[];
  readonly roles: readonly Role[];
};

/** The runs of earlier years with how they ended. */
export function EarlierRuns({ facilityId, runs, roles }: EarlierRunsProps) {
  const mayRead = ({ sheetId }: RunSummaryView) => sheetId === 'executive' || may(roles, 'result.read');
  return (
    <ul className="divide-y divide-solid-gray-100 border-t border-solid-gray-100">
      {runs.map((run) => (
        <li key={run.id} className="flex flex-wrap items-baseline gap-x-6 gap-y-1 py-3">
          <span className="w-20 shrink-0 text-help">
            <FiscalYear year={run.fiscalYear} />
          </span>
          <span className="min-w-40 flex-1 font-700">{run.sheetTitle}</span>
          <span className="text-help sm:w-56">
            <Status run={run} />
          </span>
          <Ways path={{ facilityId, runId: run.id }} withResult={run.status === 'submitted' && mayRead(run)} />
        </li>
      ))}
    </ul>
  );
}

type WaysProps = { readonly path: RunPath; readonly withResult: boolean };

function Ways({ path, withResult }: WaysProps) {
  return (
    <span className="flex w-28 justify-end gap-x-4 max-sm:justify-start">
      {withResult && <Link href={resultHref(path)}>結果</Link>}
      <Link href={runHref(path)}>回答</Link>
    </span>
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
