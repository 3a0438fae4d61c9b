import { accessTokenFixtures } from './access-token-fixtures.ts';
import { accountFixtures } from './account-fixtures.ts';
import { activityFixtures } from './activity-fixtures.ts';
import { assessmentFixtures } from './assessment-fixtures.ts';
import { auditFixtures } from './audit-fixtures.ts';
import { backupFixtures } from './backup-fixtures.ts';
import { complianceFixtures } from './compliance-fixtures.ts';
import { decisionFixtures } from './decision-fixtures.ts';
import { evidenceFixtures } from './evidence-fixtures.ts';
import type { EndpointName, Fixture } from './fixture.ts';
import { formFixtures } from './form-fixtures.ts';
import { identityFixtures } from './identity-fixtures.ts';
import { leavingFixtures } from './leaving-fixtures.ts';
import { liveFixtures } from './live-fixtures.ts';
import { organisationFixtures } from './organisation-fixtures.ts';
import { organisationsFixtures } from './organisations-fixtures.ts';
import { ownRecordFixtures } from './own-record-fixtures.ts';
import { passkeyFixtures } from './passkey-fixtures.ts';
import { planFixtures } from './plan-fixtures.ts';
import { riskFixtures } from './risk-fixtures.ts';
import { sheetFixtures } from './sheet-fixtures.ts';
import { ssoFixtures } from './sso-fixtures.ts';
import { supportFixtures } from './support-fixtures.ts';
import { versionFixtures } from './version-fixtures.ts';
import { yearFixtures } from './year-fixtures.ts';

export const fixtures: Readonly<Record<EndpointName, Fixture>> = {
  ...identityFixtures,
  ...accountFixtures,
  ...ownRecordFixtures,
  ...accessTokenFixtures,
  ...passkeyFixtures,
  ...ssoFixtures,
  ...organisationFixtures,
  ...organisationsFixtures,
  ...supportFixtures,
  ...sheetFixtures,
  ...evidenceFixtures,
  ...assessmentFixtures,
  ...planFixtures,
  ...decisionFixtures,
  ...riskFixtures,
  ...complianceFixtures,
  ...auditFixtures,
  ...activityFixtures,
  ...versionFixtures,
  ...formFixtures,
  ...backupFixtures,
  ...leavingFixtures,
  ...liveFixtures,
  ...yearFixtures,
};
