import { type AnswerValue, itemsOf, type Sheet } from '../catalogue/sheet.ts';
import { belowClaims, type Established, establishedSince } from '../evidence/established.ts';
import { type NetworkLevel, networkLevel } from './network-level.ts';
import type { ProvenNumbers } from './proven-numbers.ts';
import { type Answers, type Scores, scoreSheet } from './scoring.ts';

/** What a run comes to with the values audits and drills established. */
export type Proven = {
  /** Items whose established value is below what is claimed. */
  readonly below: ReadonlySet<string>;
  readonly scores: Scores;
  /** Only of the sheet `network-level`. */
  readonly network: NetworkLevel | null;
};

export type ProvenInput = {
  readonly sheet: Sheet;
  readonly answers: Answers;
  readonly established: readonly Established[];
  /** Of the run; what was established before it does not count. */
  readonly fiscalYear: number | undefined;
};

/**
 * What a run comes to with the values that were established in its fiscal year or later in place of its answers; null where none is
 * below its answer, so that the claim stands.
 */
export function provenOf({ sheet, answers, established, fiscalYear }: ProvenInput): Proven | null {
  const own = new Set(itemsOf(sheet).map(({ id }) => id));
  const found = established.filter(({ itemId }) => own.has(itemId));
  const below = belowClaims(found, answers, { scale: sheet.scale, fiscalYear });
  if (below.size === 0) return null;
  const real = new Map<string, { value: AnswerValue | null }>(answers);
  for (const { itemId, value } of establishedSince(found, fiscalYear)) real.set(itemId, { value });
  return {
    below: new Set(below.keys()),
    scores: scoreSheet(sheet, real),
    network: sheet.id === 'network-level' ? networkLevel(real) : null,
  };
}

/** The numbers of a run by facts; null where its claims stand. */
export function provenNumbers(input: ProvenInput): ProvenNumbers | null {
  const proven = provenOf(input);
  if (!proven) return null;
  const { scores, network } = proven;
  return { score: scores.score, weakAreas: scores.weakAreas.length, networkLevel: network?.level ?? null };
}
