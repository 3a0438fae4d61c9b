import type { ColumnType, Generated } from 'kysely';
import type { Instant } from './columns.ts';
import type { PersonTables } from './person-tables.ts';

export type OrganisationTables = {
  organisation: { id: string; kind: string; name: string; prefecture: number | null; created_at: Instant };
  organisation_member: { organisation_id: string; person_id: string; roles: string[]; joined_at: Instant };
  organisation_invitation: Omit<PersonTables['invitation'], 'facility_id'> & { organisation_id: string };
};

/** What a facility and an organisation above it have agreed; each side sees its own. */
export type SupportTables = {
  organisation_facility: {
    facility_id: string;
    organisation_id: string;
    proposed_by: string;
    proposed_at: Instant;
    confirmed_by: string | null;
    confirmed_at: Date | null;
    shows: Generated<'count' | 'stage' | 'score'>;
    sso_opened_by: ColumnType<string | null, undefined, string | null>;
    sso_opened_at: ColumnType<Date | null, undefined, Date | null>;
  };
  support_agreement: {
    facility_id: string;
    id: string;
    organisation_id: string;
    purpose: string;
    scope: string[];
    made_by: string;
    made_at: Instant;
    ends_at: Date;
    accepted_by: string | null;
    accepted_at: Date | null;
    ended_by: string | null;
    ended_at: Date | null;
    ended_side: 'facility' | 'organisation' | null;
  };
  support_entry: {
    facility_id: string;
    agreement_id: string;
    person_id: string;
    organisation_id: string;
    first_at: Date;
    last_at: Date;
  };
};

export type SummaryTables = {
  assessment_summary: {
    facility_id: string;
    fiscal_year: number;
    sheet_id: string;
    sheet_version: string;
    run_id: string;
    facility_type: string;
    bed_class: string;
    score: number | null;
    level: number | null;
    submitted_at: Date;
  };
  run_stage_summary: {
    facility_id: string;
    fiscal_year: number;
    sheet_id: string;
    stage: 'open' | 'submitted';
    facility_type: string;
    bed_class: string;
    prefecture: number;
    changed_at: Date;
  };
};
