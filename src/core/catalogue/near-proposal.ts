import type { AnswerValue } from './sheet.ts';

/**
 * What the answers to the near questions propose for a yes-no item; a person confirms. 3 speaks for はい, 0 for いいえ;
 * several near questions must all stand at 3, one at 0 is enough for いいえ. Undefined where only a person can tell:
 * at 1, 2, 分からない, 対象外, or unanswered.
 */
export function proposeFromNear(answers: readonly (AnswerValue | null)[]): 'yes' | 'no' | undefined {
  if (answers.includes('0')) return 'no';
  return answers.length > 0 && answers.every((answer) => answer === '3') ? 'yes' : undefined;
}
