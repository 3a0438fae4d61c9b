import { z } from 'zod';
import type { Decision } from '../plan/decision/decision.ts';

/** Where a risk stands on a day. The four after `treated` tell what the executives have said to accepting it. */
export const riskStates = [
  'unassessed',
  'undecided',
  'treating',
  'treated',
  'asked',
  'accepted',
  'lapsed',
  'refused',
  'closed',
] as const;
export const riskStateSchema = z.enum(riskStates);
export type RiskState = z.infer<typeof riskStateSchema>;

type Asked = 'asked' | 'accepted' | 'lapsed' | 'refused';

/** How far a risk is by what the facility has written of it; kept with the risk. */
export type Stage = Exclude<RiskState, Asked> | 'acceptance';

/** What a stage follows from. */
export type Standing = {
  readonly closed: boolean;
  /** Whether accepting it was put before the executives, whatever they have said since. */
  readonly accepting: boolean;
  /** 0 where nobody has estimated it. */
  readonly level: number;
  readonly treatments: { readonly open: number; readonly done: number };
};

/** The stage of a risk: closed before everything, then accepted by whom it concerns, then how far its treatments are. */
export function stageOf({ closed, accepting, level, treatments }: Standing): Stage {
  if (closed) return 'closed';
  if (accepting) return 'acceptance';
  if (level === 0) return 'unassessed';
  if (treatments.open > 0) return 'treating';
  return treatments.done > 0 ? 'treated' : 'undecided';
}

/** The last word of the executives on a request that stands; no outcome where they have not decided. */
export type Said = { readonly outcome: Decision['outcome'] | null; readonly until: string | null };

/**
 * What accepting a risk has come to on a day in Japan: accepted up to and with its last day, from the day after to be decided
 * anew. What was withdrawn or declined is not accepted.
 */
export function acceptanceState(said: Said | null, today: string): Asked {
  if (said === null || said.outcome === 'declined') return 'refused';
  if (said.outcome !== 'approved') return 'asked';
  return said.until !== null && said.until >= today ? 'accepted' : 'lapsed';
}

/** Where a risk stands on a day in Japan. */
export const stateOf = (stage: Stage, said: Said | null, today: string): RiskState =>
  stage === 'acceptance' ? acceptanceState(said, today) : stage;
