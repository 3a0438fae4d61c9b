import type { ColumnType, Generated, JSONColumnType } from 'kysely';
import type { BackupTables } from './backup-tables.ts';
import type { SsoTables } from './sso-tables.ts';

type Instant = ColumnType<Date, Date | undefined, Date>;
type Json<T extends object | null> = JSONColumnType<T>;

export type RegisterTables = {
  facility: {
    id: string;
    code: string | null;
    name: string;
    prefecture: number;
    city: string;
    postal_code: string | null;
    address: string;
    type: string;
    type_guessed: boolean;
    beds: number | null;
    functions: Generated<string[]>;
    opened_at: Date | null;
    created_at: Instant;
  };
  facility_search: {
    facility_id: string;
    code: string | null;
    prefecture: number;
    city: string;
    name_sort: string;
    name_folded: string;
    grams: string[];
    opened: Generated<boolean>;
  };
  register_import: {
    id: string;
    started_at: Instant;
    started_by: string | null;
    file_name: Generated<string>;
    progress_at: Instant;
    finished_at: Date | null;
    rows_read: Generated<number>;
    bytes_read: ColumnType<string, number | undefined, number>;
    bytes_total: ColumnType<string | null, number | null, number | null>;
    state: string;
    report: ColumnType<object | null, string | undefined, string>;
  };
};

export type PersonTables = {
  person: { id: string; name: string; system_roles: Generated<string[]>; created_at: Instant };
  person_secret: {
    person_id: string;
    email: string;
    /** Null for who came by a provider. */
    password_hash: string | null;
    totp_secret: Buffer | null;
    totp_next_secret: ColumnType<Buffer | null, Buffer | null | undefined, Buffer | null>;
    totp_confirmed: Generated<boolean>;
    totp_last_step: ColumnType<string, number | undefined, number>;
  };
  session: {
    token_hash: Buffer;
    person_id: string;
    second_factor: Generated<boolean>;
    created_at: Instant;
    seen_at: Instant;
    expires_at: Date;
    id: Generated<string>;
    browser: Generated<string>;
    stepped_up_at: ColumnType<Date | null, Date | null | undefined, never>;
    sso_connection: ColumnType<string | null, string | null | undefined, never>;
    sso_session: ColumnType<string | null, string | null | undefined, never>;
    id_token: ColumnType<Buffer | null, Buffer | null | undefined, never>;
  };
  recovery_code: {
    person_id: string;
    code_hash: Buffer;
    made_at: Instant;
    used_at: ColumnType<Date | null, undefined, Date>;
  };
  passkey: {
    id: string;
    person_id: string;
    credential_id: string;
    public_key: Buffer;
    counter: ColumnType<string, number, number>;
    transports: Generated<string[]>;
    name: string;
    backup_eligible: boolean;
    backed_up: boolean;
    created_at: Instant;
    last_used_at: ColumnType<Date | null, undefined, Date>;
  };
  passkey_challenge: {
    challenge: Buffer;
    purpose: string;
    person_id: string | null;
    session_hash: Buffer | null;
    address_hash: Buffer | null;
    expires_at: Date;
  };
  member: { facility_id: string; person_id: string; roles: string[]; joined_at: Instant };
  former_member: { facility_id: string; person_id: string; left_at: Instant };
  invitation: {
    facility_id: string;
    id: string;
    token_hash: Buffer;
    name: string;
    roles: string[];
    invited_by: string;
    created_at: Instant;
    expires_at: Date;
    accepted_at: Date | null;
    withdrawn_at: Date | null;
  };
};

type ResetTables = {
  reset_link: {
    token_hash: Buffer;
    person_id: string;
    facility_id: string | null;
    issued_by: string | null;
    created_at: Instant;
    expires_at: Date;
    used_at: ColumnType<Date | null, undefined, never>;
  };
};

export type AccessTokenTables = {
  access_token: {
    facility_id: string;
    id: string;
    token_hash: Buffer;
    person_id: string;
    name: string;
    scopes: string[];
    made_at: Instant;
    expires_at: Date;
    last_used_at: Date | null;
    revoked_at: Date | null;
  };
};

export type MailTables = {
  mail: {
    id: string;
    kind: string;
    facility_id: string | null;
    organisation_id: string | null;
    person_id: string | null;
    subject: string | null;
    recipient: Buffer;
    sealed: Buffer | null;
    state: Generated<'waiting' | 'sent' | 'failed' | 'withdrawn'>;
    tries: Generated<number>;
    posted_at: Date;
    give_up_at: Date;
    settled_at: ColumnType<Date | null, undefined, Date>;
  };
};

type NoticeTables = { notice_choice: { person_id: string; work: boolean; changed_at: Date } };

type ResetRequestTables = {
  reset_request: { id: string; account: Buffer; place: Buffer; sealed: Buffer | null; asked_at: Date };
};

type SetupTables = {
  setup_link: { token_hash: Buffer; created_at: Instant; expires_at: Date; used_at: Date | null };
  system_event: {
    id: string;
    at: Instant;
    act: string;
    subject: string | null;
    actor: ColumnType<string | null, string | null | undefined, never>;
    detail: ColumnType<
      Readonly<Record<string, string | number | boolean | null>> | null,
      string | null | undefined,
      never
    >;
  };
};

export type OwnTables = {
  facility_profile: {
    facility_id: string;
    ehr: Generated<string>;
    system_staff: boolean | null;
    sheet_choice: ColumnType<object | null, string | undefined, string>;
    revision: Generated<number>;
    changed_at: Instant;
  };
  activity_seal: {
    number: string;
    previous: Buffer;
    hash: Buffer;
    count: number;
    sealed_at: Date;
    complete_until: Date | null;
  };
  activity: {
    facility_id: string;
    id: string;
    at: Instant;
    person_id: string;
    act: string;
    subject: string | null;
    detail: JSONColumnType<Record<string, string | number | boolean | null>>;
  };
  run: {
    facility_id: string;
    id: string;
    sheet_id: string;
    sheet_version: string;
    fiscal_year: number;
    executive_id: string | null;
    status: Generated<'open' | 'submitted'>;
    begun_by: string;
    begun_at: Instant;
    submitted_by: string | null;
    submitted_at: Date | null;
  };
  answer: {
    facility_id: string;
    run_id: string;
    item_id: string;
    value: string | null;
    note: Generated<string>;
    revision: number;
    to_confirm: Generated<boolean>;
    answered_by: string;
    answered_at: Instant;
  };
  answer_history: {
    facility_id: string;
    run_id: string;
    item_id: string;
    revision: number;
    value: string | null;
    note: string;
    origin: 'typed' | 'file' | 'carried-over' | 'self-check';
    answered_by: string;
    answered_at: Instant;
  };
  assignment: {
    facility_id: string;
    run_id: string;
    area_id: string;
    person_id: string;
    assigned_by: string;
    assigned_at: Instant;
  };
  file: { facility_id: string; id: string; media_type: string; size: number; sha256: Buffer; created_at: Instant };
  file_chunk: { facility_id: string; file_id: string; seq: number; bytes: Buffer };
  evidence: {
    facility_id: string;
    id: string;
    item_id: string;
    file_id: string;
    name: string;
    added_by: string;
    added_at: Instant;
    removed_at: Date | null;
  };
  result: {
    facility_id: string;
    run_id: string;
    submitted_at: Date;
    sheet_id: string;
    sheet_version: string;
    rules_version: string;
    result: Json<object>;
    withdrawn_at: Date | null;
    withdrawal_reason: string | null;
  };
};

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

/** What each kind of transaction can name; the database holds the same line with row-level security. */
export type FacilityTables = OwnTables &
  ResetTables &
  AccessTokenTables &
  MailTables &
  SummaryTables &
  SupportTables &
  Pick<SsoTables, 'sso_connection'> &
  Pick<OrganisationTables, 'organisation'> &
  Pick<RegisterTables, 'facility'> &
  Pick<PersonTables, 'member' | 'former_member' | 'invitation'> & {
    person: Pick<PersonTables['person'], 'id' | 'name'>;
  };
export type OwnPersonTables = PersonTables &
  Pick<SsoTables, 'sso_connection' | 'sso_identity'> &
  OrganisationTables &
  MailTables &
  NoticeTables &
  Pick<RegisterTables, 'facility'> &
  Pick<SetupTables, 'system_event'>;
export type SystemTables = BackupTables &
  RegisterTables &
  SetupTables &
  ResetTables &
  ResetRequestTables &
  MailTables &
  NoticeTables &
  PersonTables &
  OrganisationTables &
  SsoTables;
export type AboveTables = OrganisationTables &
  MailTables &
  Pick<SsoTables, 'sso_connection' | 'sso_group'> &
  SupportTables &
  SummaryTables &
  Pick<OwnTables, 'activity'> &
  Pick<RegisterTables, 'facility' | 'facility_search'> &
  Pick<SetupTables, 'system_event'> & { person: Pick<PersonTables['person'], 'id' | 'name'> };
export type Tables = FacilityTables & OwnPersonTables & SystemTables & AboveTables;
