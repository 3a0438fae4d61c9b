import type { QueryClient } from '@tanstack/react-query';
import { sheetContract } from '#core/sheet/contract.ts';
import { sheetVersionQuery } from '#web/catalogue/index.ts';
import { queriesFor } from '#web/platform/api.ts';

export const sheet = queriesFor(sheetContract);

export type RunPath = { readonly facilityId: string; readonly runId: string };

/** A run as JSON brings it: times are text. */
export type RunView = Awaited<ReturnType<typeof sheet.run.call>>;
export type AnswerView = RunView['answers'][number];
export type RunSummaryView = Awaited<ReturnType<typeof sheet.runs.call>>[number];
export type LastYear = NonNullable<Awaited<ReturnType<typeof sheet.lastYear.call>>>;
export type TakenView = Awaited<ReturnType<typeof sheet.carryOver.call>>;

export function runsQuery(facilityId: string) {
  return sheet.runs.queryOptions({ input: { facilityId } });
}

/** A run; others may be answering too, so it is read again when the person comes back to the window. */
export function runQuery(path: RunPath) {
  return sheet.run.queryOptions({ input: path, refetchOnWindowFocus: true });
}

/** The version a run is to be read beside, with what was answered to it; others may have the run go over to another one. */
export function earlierQuery(path: RunPath, version: string) {
  return sheet.earlierAnswers.queryOptions({
    input: path,
    queryKey: ['sheet', 'earlier-answers', path, version],
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** Begins to read a run and its sheet while the page that shows them is still on its way. */
export async function prefetchRun(client: QueryClient, path: RunPath): Promise<void> {
  const run = await client.ensureQueryData(runQuery(path)).catch(() => undefined);
  if (run) await client.prefetchQuery(sheetVersionQuery(run.sheetId, run.sheetVersion));
}

export function lastYearQuery(path: RunPath) {
  return sheet.lastYear.queryOptions({ input: path, staleTime: Number.POSITIVE_INFINITY });
}
