import { type Band, bands } from '#core/risk/band.ts';
import { type RiskState, riskStates } from '#core/risk/risk-state.ts';

/** Part of the address of the register: which risks are looked at, and whether before or after their treatments. */
export type RiskSearch = {
  readonly basis?: 'after';
  readonly state?: RiskState;
  readonly band?: Band;
  readonly likelihood?: number;
  readonly impact?: number;
  /** A line of table 4-1. */
  readonly line?: string;
  /** Only estimates to be looked at again. */
  readonly review?: 'waiting';
};

const level = (given: unknown): number | undefined =>
  typeof given === 'number' && Number.isInteger(given) && given >= 1 && given <= 5 ? given : undefined;

/** What an address says of it; what it says wrongly is left out. */
export function riskSearch({
  basis,
  state,
  band,
  likelihood,
  impact,
  line,
  review,
}: Record<string, unknown>): RiskSearch {
  const knownState = riskStates.find((one) => one === state);
  const knownBand = bands.find((one) => one === band);
  const [across, up] = [level(likelihood), level(impact)];
  return {
    ...(basis === 'after' && { basis }),
    ...(knownState && { state: knownState }),
    ...(knownBand && { band: knownBand }),
    ...(across && up && { likelihood: across, impact: up }),
    ...(typeof line === 'string' && /^[a-z0-9-]{1,40}$/.test(line) && { line }),
    ...(review === 'waiting' && { review }),
  };
}

/** Whether fewer than all open risks are looked at. */
export const isNarrowed = ({ basis: _, ...search }: RiskSearch): boolean => Object.keys(search).length > 0;
