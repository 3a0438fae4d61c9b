import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Outlet, useLocation, useParams } from '@tanstack/react-router';
import type { Session } from '#core/identity/contract.ts';
import { fiscalYearOf } from '#core/kernel/fiscal-year.ts';
import { isChecklist } from '#core/sheet/checklist.ts';
import { useSession } from '#web/identity/index.ts';
import { drawnName, profileQuery } from '#web/organisation/index.ts';
import { Late } from '#web/platform/Late.tsx';
import { LiveContext } from '#web/platform/live/live-calls.ts';
import { runQuery, runsQuery } from '#web/sheet/index.ts';
import { FiscalYear } from '../ui/FiscalYear.tsx';
import { Frame } from './Frame.tsx';
import { facilityBadge } from './facility-badge.ts';
import { facilityMenu, type RunsElsewhere } from './facility-menu.ts';
import { waitingCount } from './home/my-areas.ts';
import { useMyAreas } from './home/use-my-areas.ts';
import { loadLeavingBanner } from './leaving/load-leaving-banner.ts';
import { SupportBanner } from './SupportBanner.tsx';
import { toldApart } from './told-apart.ts';
import { useLiveCalls } from './use-live-calls.ts';
import { usePersonMenu } from './use-person-menu.ts';
import { useWarmPages } from './use-warm-pages.ts';

/** Around every page of one facility; the facility stands in the path. */
export function FacilityFrame() {
  const { facilityId = '' } = useParams({ strict: false });
  const session = useSession();
  const { data: profile } = useSuspenseQuery(profileQuery(facilityId));
  const { roles = [], support } = session.facilities.find(({ id }) => id === facilityId) ?? {};
  const waiting = waitingCount(useMyAreas(facilityId, session.person.id));
  const person = usePersonMenu(session, support ? ['supporter'] : roles);
  useWarmPages();
  return (
    <Frame
      home={`/facilities/${facilityId}`}
      facility={{
        name: nameOf(profile.name, session, facilityId),
        badge: facilityBadge(profile),
        others: othersOf(session, facilityId),
      }}
      year={<FiscalYear year={fiscalYearOf(new Date())} />}
      person={person}
      menu={facilityMenu(facilityId, roles, waiting, useRunsElsewhere(facilityId))}
      path={useLocation().pathname}
    >
      <SupportBanner key={facilityId} facilityId={facilityId} support={support ?? undefined} />
      {!support && <Late load={loadLeavingBanner} props={{ facilityId, roles }} />}
      <LiveContext value={useLiveCalls(facilityId, session.person.id)}>
        <Outlet />
      </LiveContext>
    </Frame>
  );
}

/** The runs that belong to the pages of the checklist and of audits, as far as they are read. */
function useRunsElsewhere(facilityId: string): RunsElsewhere {
  const { runId = '' } = useParams({ strict: false });
  const { data: runs = [] } = useQuery({ ...runsQuery(facilityId), enabled: false });
  const { data: run } = useQuery({ ...runQuery({ facilityId, runId }), enabled: false });
  return {
    checklists: [...runs, ...(run ? [run] : [])].filter(({ sheetId }) => isChecklist(sheetId)).map(({ id }) => id),
    audits: run?.purpose === 'audit' ? [run.id] : [],
  };
}

/** As the profile tells it now, which may be newer than the session. */
function nameOf(name: string, { facilities }: Session, facilityId: string): string {
  const own = facilities.find(({ id }) => id === facilityId);
  return own ? toldApart({ ...own, name }, facilities) : drawnName(name);
}

function othersOf({ facilities }: Session, facilityId: string) {
  return facilities
    .filter(({ id }) => id !== facilityId)
    .map((other) => ({ name: toldApart(other, facilities), href: `/facilities/${other.id}` }));
}
