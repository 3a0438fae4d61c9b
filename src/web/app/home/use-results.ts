import { useQuery } from '@tanstack/react-query';
import { may, type Role } from '#core/identity/role.ts';
import type { RunSummaryView } from '#web/sheet/index.ts';
import { resultQuery } from '../facility-queries.ts';
import type { ResultFacts } from './facts.ts';

type Runs = {
  readonly shown: RunSummaryView | undefined;
  readonly main: RunSummaryView | undefined;
  readonly network: RunSummaryView | undefined;
};

/** The numbers of the runs shown, as far as the person may read results. */
export function useResults(facilityId: string, roles: readonly Role[], { shown, main, network }: Runs) {
  const allowed = may(roles, 'result.read');
  const of = (run: RunSummaryView | undefined) => ({
    ...resultQuery(facilityId, run?.id ?? ''),
    enabled: allowed && run !== undefined,
  });
  const result = useQuery(of(shown)).data;
  const own = useQuery(of(main)).data;
  const level = useQuery(of(network)).data;
  const facts: ResultFacts | undefined = result && {
    runId: result.run.id,
    fiscalYear: result.run.fiscalYear,
    preview: result.preview,
    score: result.result.score,
    weakAreas: result.result.weakAreas.length,
    areas: result.result.areas.length,
    proven: result.proven,
    change: result.preview ? null : (result.previous?.change.score.change ?? null),
  };
  const submitted = level && !level.preview ? level : null;
  const networkLevel = submitted?.result.network?.level ?? null;
  const provenLevel = submitted?.proven?.networkLevel ?? null;
  return { numbers: { result: facts, networkLevel, provenLevel }, executives: own?.executives };
}
