import { assessmentContract } from '../assessment/contract.ts';
import { catalogueContract } from '../catalogue/contract.ts';
import { evidenceContract } from '../evidence/contract.ts';
import { identityContract } from '../identity/contract.ts';
import { organisationContract } from '../organisation/contract.ts';
import { sheetContract } from '../sheet/contract.ts';
import { activityContract } from './activity-contract.ts';

/** Everything the server answers under /api/v1. */
export const contract = {
  identity: identityContract,
  organisation: organisationContract,
  catalogue: catalogueContract,
  evidence: evidenceContract,
  sheet: sheetContract,
  assessment: assessmentContract,
  activity: activityContract,
};
