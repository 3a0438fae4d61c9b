import { useSuspenseQueries, useSuspenseQuery } from '@tanstack/react-query';
import { may, type Role } from '#core/identity/role.ts';
import { fiscalYearOf, yearTitle } from '#core/kernel/fiscal-year.ts';
import { isChecklist } from '#core/sheet/checklist.ts';
import { sheetsQuery } from '#web/catalogue/index.ts';
import { useSession } from '#web/identity/index.ts';
import { profileQuery } from '#web/organisation/index.ts';
import { type RunSummaryView, runsQuery } from '#web/sheet/index.ts';
import { Card } from '#web/ui/Card.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { PageHead } from '#web/ui/PageHead.tsx';
import { OnceRead } from '#web/ui/Skeleton.tsx';
import { EarlierRuns } from './EarlierRuns.tsx';
import { mainSheetOf } from './main-sheet.ts';
import { RunCard } from './RunCard.tsx';
import { TakeSelfCheck } from './TakeSelfCheck.tsx';
import { answersSheet, nextSheet, type YearSheet, yearSheets } from './year-sheets.ts';

type RunsPageProps = { readonly facilityId: string };

/** This year's sheets of a facility, and the runs of earlier years. */
export function RunsPage(props: RunsPageProps) {
  return (
    <OnceRead>
      <Runs {...props} />
    </OnceRead>
  );
}

function Runs({ facilityId }: RunsPageProps) {
  const [runs, profile] = useSuspenseQueries({
    queries: [runsQuery(facilityId), profileQuery(facilityId)],
  });
  const roles = useSession().facilities.find(({ id }) => id === facilityId)?.roles ?? [];
  const fiscalYear = fiscalYearOf(new Date());
  const thisYear = yearSheets(runs.data, fiscalYear, mainSheetOf(profile.data));
  return (
    <>
      <PageHead
        title={`${yearTitle(fiscalYear)}の自己点検`}
        sub="年度のうちに一度、下の点検票に答えて提出します。答えると、弱い分野と次の一手が分かります。回答は1問ごとに保存され、何人かで分けて答えられます。設問は、ガイドライン・チェックリストに基づく独自設問です。"
      />
      <div className="flex flex-col gap-5">
        <ThisYear facilityId={facilityId} roles={roles} sheets={thisYear} />
        {answersSheet(roles, 'small-facility') && may(roles, 'sheet.begin') && (
          <TakeSelfCheck facilityId={facilityId} />
        )}
        <Earlier
          facilityId={facilityId}
          roles={roles}
          runs={runs.data.filter((run) => run.fiscalYear < fiscalYear && !isChecklist(run.sheetId))}
        />
      </div>
    </>
  );
}

type Seen = { readonly facilityId: string; readonly roles: readonly Role[] };

function ThisYear({ sheets, ...seen }: Seen & { readonly sheets: readonly YearSheet[] }) {
  const abouts = useSuspenseQuery(sheetsQuery()).data;
  const next = nextSheet(sheets, seen.roles);
  return (
    <ul className="grid gap-4 wide:grid-cols-2">
      {sheets.map((one) => (
        <li key={one.sheetId} className={one.main ? 'wide:col-span-2' : ''}>
          <RunCard {...seen} yearSheet={one} next={one === next} about={abouts.find(({ id }) => id === one.sheetId)} />
        </li>
      ))}
    </ul>
  );
}

function Earlier({ runs, ...seen }: Seen & { readonly runs: readonly RunSummaryView[] }) {
  if (runs.length === 0) {
    return (
      <EmptyState icon="chart" title="前の年度の点検はまだありません">
        今年度の点検を提出すると、来年度はここに並び、答えを引き継いだり、変化を比べたりできます。
      </EmptyState>
    );
  }
  return (
    <Card title="これまでの点検">
      <EarlierRuns {...seen} runs={runs} />
    </Card>
  );
}
