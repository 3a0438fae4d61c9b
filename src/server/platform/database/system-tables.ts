import type { ColumnType, Generated } from 'kysely';
import type { Instant } from './columns.ts';

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

export type SetupTables = {
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
