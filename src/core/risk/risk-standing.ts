import type { Risk } from './risk.ts';
import type { Standing } from './risk-state.ts';
import { countTreatments } from './treatment.ts';

/** What the stage of a risk follows from, as it is read. */
export const standingOf = (risk: Read): Standing => ({
  closed: risk.closedReason !== null,
  accepting: risk.acceptance !== null,
  level: risk.level,
  treatments: countTreatments(risk.treatments),
});
type Read = Pick<Risk, 'closedReason' | 'acceptance' | 'level' | 'treatments'>;
