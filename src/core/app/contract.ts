import { assessmentContract } from '../assessment/contract.ts';
import { catalogueContract } from '../catalogue/contract.ts';
import { evidenceContract } from '../evidence/contract.ts';
import { identityContract } from '../identity/contract.ts';
import { withStrictInput } from '../kernel/strict-input.ts';
import { organisationContract } from '../organisation/contract.ts';
import { sheetContract } from '../sheet/contract.ts';
import { activityContract } from './activity-contract.ts';
import { liveContract } from './live-contract.ts';

/** Everything the server answers under /api/v1; input no endpoint names is refused. */
export const contract = withStrictInput({
  identity: identityContract,
  organisation: organisationContract,
  catalogue: catalogueContract,
  evidence: evidenceContract,
  sheet: sheetContract,
  assessment: assessmentContract,
  activity: activityContract,
  live: liveContract,
});
