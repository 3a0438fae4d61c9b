import type { QueryClient } from '@tanstack/react-query';
import type { Session } from '#core/identity/contract.ts';
import { may } from '#core/identity/role.ts';
import { fiscalYearOf } from '#core/kernel/fiscal-year.ts';
import { mainSheetOf } from '#web/assessment/index.ts';
import { sheetsQuery } from '#web/catalogue/index.ts';
import { invitationsQuery, membersQuery } from '#web/identity/index.ts';
import { profileQuery } from '#web/organisation/index.ts';
import { decisionsQuery } from '#web/plan/index.ts';
import { runQuery, runsQuery } from '#web/sheet/index.ts';
import { resultQuery } from '../facility-queries.ts';
import { yearQuery } from '../year/queries.ts';
import { homeRuns, resultRun } from './home-runs.ts';

type Loading = { readonly queryClient: QueryClient; readonly session: Session; readonly facilityId: string };

/** Reads what the home page shows afresh, in two rounds. */
export async function loadHome({ queryClient, session, facilityId }: Loading): Promise<void> {
  const roles = session.facilities.find(({ id }) => id === facilityId)?.roles ?? [];
  const afresh = { staleTime: 0 };
  const [profile, runs] = await Promise.all([
    queryClient.fetchQuery({ ...profileQuery(facilityId), ...afresh }),
    queryClient.fetchQuery({ ...runsQuery(facilityId), ...afresh }),
    queryClient.fetchQuery(sheetsQuery()),
    may(roles, 'task.read') && queryClient.fetchQuery({ ...yearQuery(facilityId), ...afresh }),
    may(roles, 'member.read') && queryClient.fetchQuery({ ...membersQuery(facilityId), ...afresh }),
    may(roles, 'decision.make') && queryClient.fetchQuery({ ...decisionsQuery(facilityId), ...afresh }),
    may(roles, 'member.invite') && queryClient.fetchQuery({ ...invitationsQuery(facilityId), ...afresh }),
  ]);
  const found = homeRuns(runs, fiscalYearOf(new Date()), mainSheetOf(profile));
  const open = [found.main, found.network].flatMap((run) => (run?.status === 'open' ? run.id : []));
  const shown = [resultRun(found), found.main, found.network].flatMap((run) => run?.id ?? []);
  await Promise.all([
    ...open.map((id) => queryClient.fetchQuery({ ...runQuery({ facilityId, runId: id }), ...afresh })),
    ...(may(roles, 'result.read') ? [...new Set(shown)] : []).map((id) =>
      queryClient.fetchQuery({ ...resultQuery(facilityId, id), ...afresh }),
    ),
  ]);
}
