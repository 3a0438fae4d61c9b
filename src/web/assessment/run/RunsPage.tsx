import { useSuspenseQueries } from '@tanstack/react-query';
import { Suspense } from 'react';
import { may } from '#core/identity/role.ts';
import { fiscalYearLabel, fiscalYearOf } from '#core/kernel/fiscal-year.ts';
import { organisationContract } from '#core/organisation/contract.ts';
import { sheetsQuery } from '#web/catalogue/index.ts';
import { useSession } from '#web/identity/index.ts';
import { queriesFor } from '#web/platform/api.ts';
import { runsQuery } from '#web/sheet/index.ts';
import { Card } from '#web/ui/Card.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { PageHead } from '#web/ui/PageHead.tsx';
import { AfterAWhile, Skeleton } from '#web/ui/Skeleton.tsx';
import { EarlierRuns } from './EarlierRuns.tsx';
import { mainSheetOf } from './main-sheet.ts';
import { RunCard } from './RunCard.tsx';
import { TakeSelfCheck } from './TakeSelfCheck.tsx';
import { yearSheets } from './year-sheets.ts';

const organisation = queriesFor(organisationContract);

type RunsPageProps = { readonly facilityId: string };

/** This year's sheets of a facility, and the runs of earlier years. */
export function RunsPage(props: RunsPageProps) {
  return (
    <Suspense
      fallback={
        <AfterAWhile>
          <Skeleton />
        </AfterAWhile>
      }
    >
      <Runs {...props} />
    </Suspense>
  );
}

function Runs({ facilityId }: RunsPageProps) {
  const [runs, profile, sheets] = useSuspenseQueries({
    queries: [runsQuery(facilityId), organisation.profile.queryOptions({ input: { facilityId } }), sheetsQuery()],
  });
  const roles = useSession().facilities.find(({ id }) => id === facilityId)?.roles ?? [];
  const fiscalYear = fiscalYearOf(new Date());
  const earlier = runs.data.filter((run) => run.fiscalYear < fiscalYear);
  return (
    <>
      <PageHead
        title={`${fiscalYearLabel(fiscalYear).replace(/（.*/, '')}の自己点検`}
        sub="年度のうちに一度、下の点検票に答えて提出します。答えると、弱い分野と次の一手が分かります。回答は1問ごとに保存され、何人かで分けて答えられます。"
      />
      <div className="flex flex-col gap-5">
        <ul className="grid gap-4 wide:grid-cols-2">
          {yearSheets(runs.data, fiscalYear, mainSheetOf(profile.data)).map((one) => (
            <li key={one.sheetId} className={one.main ? 'wide:col-span-2' : ''}>
              <RunCard
                facilityId={facilityId}
                roles={roles}
                yearSheet={one}
                about={sheets.data.find(({ id }) => id === one.sheetId)}
              />
            </li>
          ))}
        </ul>
        {may(roles, 'sheet.begin') && roles.some((role) => role !== 'executive') && (
          <TakeSelfCheck facilityId={facilityId} />
        )}
        <Card title="これまでの点検">
          {earlier.length === 0 ? (
            <EmptyState icon="chart" title="前の年度の点検はまだありません">
              今年度の点検を提出すると、来年度はここに並び、答えを引き継いだり、変化を比べたりできます。
            </EmptyState>
          ) : (
            <EarlierRuns facilityId={facilityId} runs={earlier} roles={roles} />
          )}
        </Card>
      </div>
    </>
  );
}
