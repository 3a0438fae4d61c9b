import type { NewestNumbers } from '#core/plan/decision/newest-numbers.ts';
import type { NewestResult } from '../../assessment/index.ts';

/** By facts, of the run itself and of the network beside it; what nobody found lower stands as it is claimed. */
function provenOf({ result, report: { established, network } }: NewestResult): NewestNumbers['proven'] {
  const scores = established?.facts?.scores;
  const level = network?.proven?.level ?? network?.level ?? null;
  if (!scores && !network?.proven) return null;
  return {
    score: scores ? scores.score : result.score,
    weakAreas: (scores ?? result).weakAreas.length,
    networkLevel: level,
  };
}

/** A result in the numbers that executives read. */
export const numbersOf = (newest: NewestResult): NewestNumbers => {
  const { runId, fiscalYear, result, report } = newest;
  return {
    runId,
    fiscalYear,
    score: result.score,
    weakAreas: result.weakAreas.length,
    areas: result.areas.length,
    networkLevel: report.network?.level ?? null,
    proven: provenOf(newest),
  };
};
