import { ofAudits } from './audit-fields.ts';
import { ofCompliance } from './compliance-fields.ts';
import type { FieldsByReason } from './facility-counts.ts';
import { ofTheInstallation } from './installation-fields.ts';
import { ofPeople } from './people-fields.ts';
import { ofPlans } from './plan-fields.ts';
import { ofRisks } from './risk-fields.ts';
import { ofOneFacility } from './sheet-fields.ts';

/** What is a number, a list or a document and counts no facilities, with what it is of. */
export const others: readonly FieldsByReason[] = [
  ofPeople,
  ofOneFacility,
  ofCompliance,
  ofRisks,
  ofAudits,
  ofPlans,
  ofTheInstallation,
];
