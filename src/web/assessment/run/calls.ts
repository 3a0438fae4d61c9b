import { assessmentContract } from '#core/assessment/contract.ts';
import { queriesFor } from '#web/platform/api.ts';

export const assessment = queriesFor(assessmentContract);
