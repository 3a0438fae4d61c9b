import type { Fault } from '../kernel/contract.ts';
import type { CriteriaEdit } from './criteria.ts';
import { isOnScale, levelOf } from './level.ts';
import type { Assessment } from './risk.ts';

const fault = (field: string, message: string): Fault => ({ field, code: 'not-valid', message });

/**
 * What is wrong with an estimate: a level the scale does not have, or more remaining after the treatments than before them
 * without a word why (what is done may bring a risk of its own, and then that is said).
 */
export function estimateFaults(assessment: Assessment, criteria: CriteriaEdit): readonly Fault[] {
  const { after, afterNote } = assessment;
  const offScale = '今の基準にない段です。画面を開き直して、選び直してください。';
  const grows = after !== null && levelOf(after) > levelOf(assessment) && afterNote.trim() === '';
  return [
    ...(isOnScale(assessment, criteria) ? [] : [fault('likelihood', offScale)]),
    ...(after === null || isOnScale(after, criteria) ? [] : [fault('after', offScale)]),
    ...(grows ? [fault('afterNote', '対応の後のほうが大きくなっています。その理由を書いてください。')] : []),
  ];
}
