import type { ColumnType, Generated } from 'kysely';
import type { Instant } from './columns.ts';

export type PersonTables = {
  person: {
    id: string;
    name: string;
    system_roles: Generated<string[]>;
    created_at: Instant;
    /** The facility for which this stands for a vendor's contact, who has no account. */
    contact_of: ColumnType<string | null, string | null | undefined, never>;
  };
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

export type ResetTables = {
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

export type ResetRequestTables = {
  reset_request: { id: string; account: Buffer; place: Buffer; sealed: Buffer | null; asked_at: Date };
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

export type NoticeTables = { notice_choice: { person_id: string; work: boolean; changed_at: Date } };
