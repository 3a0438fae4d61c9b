import type { ClauseView } from './clause-record.ts';

type Line = Pick<ClauseView, 'certainty' | 'scope'>;

/** What is to be checked of every line of a part alike, so that it is said once at its head; null where lines differ or nothing is. */
export type PartDoubt = {
  readonly certainty: Exclude<Line['certainty'], 'primary'> | null;
  /** Why it is to be checked whether the part is for the facility. */
  readonly reason: string | null;
};

export function partDoubtOf(lines: readonly Line[]): PartDoubt {
  const [certainty, ...others] = new Set(lines.map((line) => line.certainty));
  const reasons = new Set(lines.map(({ scope }) => (scope.applies === 'to-check' ? scope.reason : null)));
  const [reason = null] = reasons;
  return {
    certainty: certainty === undefined || certainty === 'primary' || others.length > 0 ? null : certainty,
    reason: reasons.size === 1 ? reason : null,
  };
}

/** Whether a line is to be checked for something that is not said of its whole part. */
export const isUnsureAlone = ({ certainty, scope }: Line, part: PartDoubt): boolean =>
  (scope.applies === 'to-check' && part.reason === null) || (certainty !== 'primary' && part.certainty === null);
