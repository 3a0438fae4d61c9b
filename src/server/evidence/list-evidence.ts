import type { Evidence } from '#core/evidence/contract.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { standingEvidence } from './repository.ts';

/** The facility's evidence, item by item. */
export const listEvidence = (context: FacilityContext): Promise<Evidence[]> => standingEvidence(context);
