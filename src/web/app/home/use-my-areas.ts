import { useQuery } from '@tanstack/react-query';
import { fiscalYearOf } from '#core/kernel/fiscal-year.ts';
import { isChecklist } from '#core/sheet/checklist.ts';
import type { SelfAssessmentSheet } from '#core/sheet/run.ts';
import { sheetVersionQuery } from '#web/catalogue/index.ts';
import { type RunSummaryView, runQuery, runsQuery } from '#web/sheet/index.ts';
import type { MyAreas } from './facts.ts';
import { myAreasIn } from './my-areas.ts';

/** What was handed to a person in the open runs of this fiscal year; empty until it is read. */
export function useMyAreas(facilityId: string, personId: string): readonly MyAreas[] {
  const fiscalYear = fiscalYearOf(new Date());
  const { data: runs = [] } = useQuery(runsQuery(facilityId));
  const open = runs.filter((run) => run.fiscalYear === fiscalYear && run.status === 'open');
  const runOf = (sheet: SelfAssessmentSheet) => open.find(({ sheetId }) => sheetId === sheet);
  const hospital = useAreasIn(runOf('hospital'), facilityId, personId);
  const small = useAreasIn(runOf('small-facility'), facilityId, personId);
  const network = useAreasIn(runOf('network-level'), facilityId, personId);
  const checklist = useAreasIn(
    open.find(({ sheetId }) => isChecklist(sheetId)),
    facilityId,
    personId,
  );
  return [hospital, small, network, checklist].flatMap((areas) => areas ?? []);
}

function useAreasIn(head: RunSummaryView | undefined, facilityId: string, personId: string): MyAreas | undefined {
  const { data: run } = useQuery({
    ...runQuery({ facilityId, runId: head?.id ?? '' }),
    enabled: head !== undefined,
  });
  const mine = run?.assignments.some(({ person }) => person.id === personId) ?? false;
  const { data: published } = useQuery({
    ...sheetVersionQuery(head?.sheetId ?? 'hospital', head?.sheetVersion ?? ''),
    enabled: mine,
  });
  return run && mine && published ? myAreasIn(run, published.sheet, personId) : undefined;
}
