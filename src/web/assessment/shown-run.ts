import { type ReportInput, reportOf } from '#core/assessment/report.ts';
import type { Answers } from '#core/assessment/scoring.ts';
import type { Sheet } from '#core/catalogue/sheet.ts';
import { partHref, type RunPath } from '#web/sheet/index.ts';
import type { LoadedResult, RunView } from './load-result.ts';
import type { ShownResult } from './result/shown-result.ts';
import { resultHref } from './run/run-href.ts';

function answersIn({ answers }: RunView): Answers {
  return new Map(answers.map((answer) => [answer.itemId, answer]));
}

function comparisonIn({ view }: LoadedResult): Pick<ReportInput, 'comparison'> {
  const { comparison } = view;
  if (!comparison) return {};
  const { type, bedClass, others, percentile, quartiles } = comparison;
  if (others === null || percentile === null || quartiles === null) return {};
  return { comparison: { facilityClass: { type, bedClass }, others, percentile, quartiles } };
}

function besideOf({ network, executiveSheet, view }: LoadedResult): Pick<ReportInput, 'network' | 'mirror'> {
  return {
    ...(network && {
      network: { sheet: network.sheet, answers: answersIn(network.run), result: network.view.result },
    }),
    ...(executiveSheet && view.mirror && { mirror: { sheet: executiveSheet, mirror: view.mirror } }),
  };
}

/** Where one item of the run is answered. */
function answersHref(path: RunPath, { areas, order }: Sheet, item: string | undefined): string {
  const area = areas.find(({ items }) => items.some(({ id }) => id === item));
  return partHref(path, area && !order ? { area: area.id } : {}, item);
}

/** A loaded result in the words of the report: the same as those of its PDF. */
export function shownRun(path: RunPath, loaded: LoadedResult, now: Date): ShownResult {
  const { view, run, sheet, facility, facilityType, network } = loaded;
  const answers = answersIn(run);
  const report = reportOf({
    sheet,
    answers,
    result: view.result,
    now,
    submittedAt: run.submittedAt === null ? null : new Date(run.submittedAt),
    facility,
    facilityType,
    fiscalYear: run.fiscalYear,
    established: loaded.established,
    ...(view.previous && { previous: view.previous }),
    ...comparisonIn(loaded),
    ...besideOf(loaded),
  });
  return {
    report,
    result: view.result,
    sheet,
    answers,
    answersAt: (item) => answersHref(path, sheet, item),
    networkAt: network && resultHref({ ...path, runId: network.run.id }),
  };
}
