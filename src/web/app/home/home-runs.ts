import { ownForms } from '#core/compliance/form.ts';
import type { RunSummaryView } from '#web/sheet/index.ts';
import type { MainSheet } from './facts.ts';

const mainSheets: readonly string[] = ['hospital', 'small-facility'] satisfies readonly MainSheet[];

/** The runs a home page speaks of: this fiscal year's of each sheet, and the last main run that was submitted. */
export type HomeRuns = {
  readonly main: RunSummaryView | undefined;
  readonly network: RunSummaryView | undefined;
  readonly executive: RunSummaryView | undefined;
  readonly checklist: RunSummaryView | undefined;
  readonly lastSubmitted: RunSummaryView | undefined;
};

export function homeRuns(runs: readonly RunSummaryView[], fiscalYear: number, mainSheet: MainSheet): HomeRuns {
  const thisYear = runs.filter((run) => run.fiscalYear === fiscalYear);
  const of = (sheetId: string) => thisYear.find((run) => run.sheetId === sheetId);
  return {
    main: of(mainSheet) ?? thisYear.find(({ sheetId }) => mainSheets.includes(sheetId)),
    network: of('network-level'),
    executive: of('executive'),
    checklist: thisYear.find(({ sheetId }) => ownForms.some((form) => form === sheetId)),
    lastSubmitted: runs.find(({ sheetId, status }) => mainSheets.includes(sheetId) && status === 'submitted'),
  };
}

/** The run whose result stands for the facility now: this year's once something is answered, else the last submitted. */
export function resultRun({ main, lastSubmitted }: HomeRuns): RunSummaryView | undefined {
  return main && main.answered > 0 ? main : (lastSubmitted ?? main);
}
