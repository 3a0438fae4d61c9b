import { type CriteriaEdit, criteriaFaults } from '#core/risk/criteria.ts';
import { movesOf } from '#core/risk/level.ts';
import { recordActivity } from '../platform/activity/record-activity.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { refused } from '../platform/http/refusal.ts';
import { countEstimated, findCriteria, holdCriteria, moveEstimates, saveCriteria } from './criteria-repository.ts';

/** The criteria, and how many risks are estimated by them. */
export const readCriteria = async (context: FacilityContext) => ({
  criteria: await findCriteria(context),
  estimated: await countEstimated(context),
});

type Setting = CriteriaEdit & { readonly revision: number; readonly marksEstimates: boolean };

/**
 * Sets the criteria. Where an axis gets another number of levels every estimate moves with it in the same transaction and is
 * marked to be looked at again, as it is where somebody says that the levels mean something else now.
 */
export async function setCriteria(context: FacilityContext, { revision, marksEstimates, ...edit }: Setting) {
  const faults = criteriaFaults(edit);
  if (faults.length > 0) throw refused('input-not-valid', { faults });
  await holdCriteria(context);
  const current = await readCriteria(context);
  if (current.criteria.revision !== revision) throw refused('risk/criteria-edited', { current });
  const moves = {
    likelihood: movesOf(current.criteria.likelihood.length, edit.likelihood.length),
    impact: movesOf(current.criteria.impact.length, edit.impact.length),
  };
  const moved = [moves.likelihood, moves.impact].some((axis) => axis.some((to, index) => to !== index + 1));
  const marks = marksEstimates || moved;
  await recordActivity(context, 'risk.criteria-set', null, {
    likelihood: edit.likelihood.length,
    impact: edit.impact.length,
    marked: marks ? current.estimated : 0,
  });
  await saveCriteria(context, edit);
  if (marks) await moveEstimates(context, moves);
  return readCriteria(context);
}
