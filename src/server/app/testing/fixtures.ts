import { activityFixtures } from './activity-fixtures.ts';
import { assessmentFixtures } from './assessment-fixtures.ts';
import { evidenceFixtures } from './evidence-fixtures.ts';
import type { EndpointName, Fixture } from './fixture.ts';
import { identityFixtures } from './identity-fixtures.ts';
import { liveFixtures } from './live-fixtures.ts';
import { organisationFixtures } from './organisation-fixtures.ts';
import { sheetFixtures } from './sheet-fixtures.ts';

export const fixtures: Readonly<Record<EndpointName, Fixture>> = {
  ...identityFixtures,
  ...organisationFixtures,
  ...sheetFixtures,
  ...evidenceFixtures,
  ...assessmentFixtures,
  ...activityFixtures,
  ...liveFixtures,
};
