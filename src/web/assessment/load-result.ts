import { type QueryClient, queryOptions } from '@tanstack/react-query';
import type { Sheet } from '#core/catalogue/sheet.ts';
import type { Established } from '#core/evidence/established.ts';
import type { FacilityType } from '#core/organisation/facility.ts';
import { sheetVersionQuery } from '#web/catalogue/index.ts';
import { establishedQuery } from '#web/evidence/index.tsx';
import { membersQuery, sessionQuery } from '#web/identity/index.ts';
import { drawnName, profileQuery } from '#web/organisation/index.ts';
import { type RunPath, type RunSummaryView, runQuery, runsQuery, type sheet } from '#web/sheet/index.ts';
import { assessment } from './run/calls.ts';

export type ResultView = Awaited<ReturnType<typeof assessment.result.call>>;
export type RunView = Awaited<ReturnType<typeof sheet.run.call>>;

/** A run with its result, and the sheet in the version it was answered on. */
export type AnsweredRun = { readonly view: ResultView; readonly run: RunView; readonly sheet: Sheet };

export type LoadedResult = AnsweredRun & {
  /** Name of the facility. */
  readonly facility: string;
  readonly facilityType: FacilityType;
  /** The runs of the facility this person may see. */
  readonly runs: readonly RunSummaryView[];
  /** The submitted network run of the same fiscal year. */
  readonly network: AnsweredRun | null;
  /** The sheet of the executives, where their mirror is shown. */
  readonly executiveSheet: Sheet | null;
  /** How many members of the facility are executives; null where the sheet has no mirror. */
  readonly executiveMembers: number | null;
  /** What audits and drills established. */
  readonly established: readonly Established[];
};

/** Sheets beside which the view of the executives is shown. */
const mirrored: readonly string[] = ['hospital', 'small-facility'];

async function loadAnswered(client: QueryClient, path: RunPath): Promise<AnsweredRun> {
  const viewed = client.fetchQuery(assessment.result.queryOptions({ input: path, staleTime: 0 }));
  const run = await client.fetchQuery({ ...runQuery(path), staleTime: 0 });
  const [view, published] = await Promise.all([
    viewed,
    client.fetchQuery(sheetVersionQuery(run.sheetId, run.sheetVersion)),
  ]);
  return { view, run, sheet: published.sheet };
}

async function loadNetwork(
  client: QueryClient,
  facilityId: string,
  { run }: AnsweredRun,
  runs: readonly RunSummaryView[],
) {
  const beside = runs.find(({ sheetId, fiscalYear, status }) => {
    return sheetId === 'network-level' && fiscalYear === run.fiscalYear && status === 'submitted';
  });
  if (!beside || run.sheetId === 'network-level') return null;
  return loadAnswered(client, { facilityId, runId: beside.id });
}

async function countExecutives(client: QueryClient, facilityId: string, { run }: AnsweredRun) {
  if (!mirrored.includes(run.sheetId)) return null;
  const members = await client.fetchQuery(membersQuery(facilityId));
  return members.filter(({ roles }) => roles.includes('executive')).length;
}

/** Reads a result and everything it is seen beside. */
async function loadResult(client: QueryClient, path: RunPath): Promise<LoadedResult> {
  const { facilityId } = path;
  const [answered, session, profile, runs, established] = await Promise.all([
    loadAnswered(client, path),
    client.fetchQuery(sessionQuery()),
    client.ensureQueryData(profileQuery(facilityId)),
    client.fetchQuery({ ...runsQuery(facilityId), staleTime: 0 }),
    client.fetchQuery({ ...establishedQuery(facilityId), staleTime: 0 }),
  ]);
  const [network, executiveMembers, executive] = await Promise.all([
    loadNetwork(client, facilityId, answered, runs),
    countExecutives(client, facilityId, answered),
    answered.view.mirror ? client.fetchQuery(sheetVersionQuery('executive', answered.view.mirror.sheetVersion)) : null,
  ]);
  const facility = drawnName(session.facilities.find(({ id }) => id === facilityId)?.name ?? '');
  const executiveSheet = executive?.sheet ?? null;
  const beside = { runs, network, executiveMembers, executiveSheet, established };
  return { ...answered, facility, facilityType: profile.type, ...beside };
}

/** Everything the page of a result shows, always as it stands now. */
export function resultPageQuery(path: RunPath) {
  return queryOptions({
    queryKey: ['result-page', path],
    queryFn: ({ client }) => loadResult(client, path),
    staleTime: 0,
  });
}
