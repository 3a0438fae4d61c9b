import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { fiscalYearOf } from '#core/kernel/fiscal-year.ts';
import { mainSheetOf } from '#web/assessment/index.ts';
import { sheetsQuery } from '#web/catalogue/index.ts';
import { useSession } from '#web/identity/index.ts';
import { profileQuery } from '#web/organisation/index.ts';
import { type RunSummaryView, runQuery, runsQuery } from '#web/sheet/index.ts';
import type { Facts, RunFacts } from './facts.ts';
import { homeRuns, resultRun } from './home-runs.ts';
import { useDecisions } from './use-decisions.ts';
import { useMyAreas } from './use-my-areas.ts';
import { usePeople } from './use-people.ts';
import { useResults } from './use-results.ts';
import { useYear } from './use-year.ts';

function runFacts(run: RunSummaryView | undefined, assigned: number): RunFacts | undefined {
  return run && { ...run, assigned };
}

function useHomeRuns(facilityId: string, mainSheet: Parameters<typeof homeRuns>[2]) {
  const { data: runs } = useSuspenseQuery(runsQuery(facilityId));
  const fiscalYear = fiscalYearOf(new Date());
  return { found: homeRuns(runs, fiscalYear, mainSheet), fiscalYear };
}

/** The facts of the home page, read by `loadHome` before the page opens. */
export function useFacts(facilityId: string): Facts {
  const { person, facilities } = useSession();
  const roles = facilities.find(({ id }) => id === facilityId)?.roles ?? [];
  const { data: profile } = useSuspenseQuery(profileQuery(facilityId));
  const { data: sheets } = useSuspenseQuery(sheetsQuery());
  const mainSheet = mainSheetOf(profile);
  const { found, fiscalYear } = useHomeRuns(facilityId, mainSheet);
  const { main, network, executive, checklist } = found;
  const detail = useQuery({
    ...runQuery({ facilityId, runId: main?.id ?? '' }),
    enabled: main?.status === 'open',
  }).data;
  const people = usePeople(facilityId, roles);
  const results = useResults(facilityId, roles, { shown: resultRun(found), main, network });
  return {
    facilityId,
    fiscalYear,
    person: { id: person.id, roles },
    profile,
    sheets: Object.fromEntries(sheets.map(({ id, title, description }) => [id, { title, size: description }])),
    mainSheet: main?.sheetId === 'hospital' || main?.sheetId === 'small-facility' ? main.sheetId : mainSheet,
    main: runFacts(main, detail?.assignments.length ?? 0),
    network: runFacts(network, 0),
    executive: runFacts(executive, 0),
    checklist: runFacts(checklist, 0),
    myAreas: useMyAreas(facilityId, person.id),
    members: people.members,
    executives: { members: people.executives, invited: people.invited, answered: results.executives },
    ...results.numbers,
    ...useYear(facilityId, roles),
    decisions: useDecisions(facilityId, roles),
  };
}
