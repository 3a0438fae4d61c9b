import { useQueries, useQuery } from '@tanstack/react-query';
import { fiscalYearOf } from '#core/kernel/fiscal-year.ts';
import { sheetVersionQuery } from '#web/catalogue/index.ts';
import { runQuery, runsQuery } from '#web/sheet/index.ts';
import type { MyAreas } from './facts.ts';
import { myAreasIn } from './my-areas.ts';

/** What was handed to a person in the open runs of this fiscal year; empty until it is read. */
export function useMyAreas(facilityId: string, personId: string): readonly MyAreas[] {
  const fiscalYear = fiscalYearOf(new Date());
  const { data: heads = [] } = useQuery(runsQuery(facilityId));
  const open = heads.filter((run) => run.fiscalYear === fiscalYear && run.status === 'open');
  const facilitys = open.filter(({ sheetId }) => sheetId !== 'executive');
  const runs = useQueries({ queries: facilitys.map(({ id }) => runQuery({ facilityId, runId: id })) }).flatMap(
    ({ data }) => data ?? [],
  );
  const mine = runs.filter(({ assignments }) => assignments.some(({ person }) => person.id === personId));
  const sheets = useQueries({
    queries: mine.map(({ sheetId, sheetVersion }) => sheetVersionQuery(sheetId, sheetVersion)),
  });
  return mine.flatMap((run, place) => {
    const sheet = sheets[place]?.data?.sheet;
    return (sheet && myAreasIn(run, sheet, personId)) ?? [];
  });
}
