import { assessmentContract } from '../assessment/contract.ts';
import { auditContract } from '../audit/contract.ts';
import { catalogueContract } from '../catalogue/contract.ts';
import { formContract } from '../catalogue/form-contract.ts';
import { versionContract } from '../catalogue/version-contract.ts';
import { complianceContract } from '../compliance/contract.ts';
import { evidenceContract } from '../evidence/contract.ts';
import { accessTokenContract } from '../identity/access-token-contract.ts';
import { accountContract } from '../identity/account-contract.ts';
import { identityContract } from '../identity/contract.ts';
import { ownRecordContract } from '../identity/own-record-contract.ts';
import { passkeyContract } from '../identity/passkey-contract.ts';
import { ssoContract } from '../identity/sso-contract.ts';
import { withStrictInput } from '../kernel/strict-input.ts';
import { organisationContract } from '../organisation/contract.ts';
import { organisationsContract } from '../organisation/organisations-contract.ts';
import { supportContract } from '../organisation/support-contract.ts';
import { planContract } from '../plan/contract.ts';
import { programmeContract } from '../programme/contract.ts';
import { regionContract } from '../region/contract.ts';
import { riskContract } from '../risk/contract.ts';
import { sheetContract } from '../sheet/contract.ts';
import { activityContract } from './activity-contract.ts';
import { backupContract } from './backup-contract.ts';
import { leavingContract } from './leaving-contract.ts';
import { liveContract } from './live-contract.ts';
import { yearContract } from './year/year-contract.ts';

/** Everything the server answers under /api/v1; input no endpoint names is refused. */
export const contract = withStrictInput({
  identity: identityContract,
  account: accountContract,
  ownRecord: ownRecordContract,
  accessToken: accessTokenContract,
  passkey: passkeyContract,
  sso: ssoContract,
  organisation: organisationContract,
  organisations: organisationsContract,
  support: supportContract,
  region: regionContract,
  programme: programmeContract,
  catalogue: catalogueContract,
  version: versionContract,
  form: formContract,
  evidence: evidenceContract,
  sheet: sheetContract,
  assessment: assessmentContract,
  plan: planContract,
  risk: riskContract,
  compliance: complianceContract,
  audit: auditContract,
  activity: activityContract,
  leaving: leavingContract,
  backup: backupContract,
  year: yearContract,
  live: liveContract,
});
