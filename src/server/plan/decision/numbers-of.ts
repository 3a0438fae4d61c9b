import type { NewestNumbers } from '#core/plan/decision/newest-numbers.ts';
import type { NewestResult } from '../../assessment/index.ts';

/** A result in the numbers that executives read. */
export const numbersOf = ({ runId, fiscalYear, result, report }: NewestResult): NewestNumbers => ({
  runId,
  fiscalYear,
  score: result.score,
  weakAreas: result.weakAreas.length,
  areas: result.areas.length,
  networkLevel: report.network?.level ?? null,
});
