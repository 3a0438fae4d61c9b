import type { ColumnType, Generated } from 'kysely';
import type { Instant } from './columns.ts';

/** What the installation decided about the content, the same for everybody. */
export type ContentTables = {
  installed_sheet: {
    sheet_id: string;
    version: string;
    sheet: ColumnType<unknown, string, never>;
    bridge: ColumnType<unknown, string, never>;
    hash: string;
    file_name: string;
    file_sha256: string;
    published_at: Date;
  };
  form_draft: {
    id: string;
    sheet_id: string;
    file_name: string;
    file_sha256: string;
    file_bytes: number;
    rows: ColumnType<unknown, string, never>;
    mapping: ColumnType<unknown, string, string>;
    items: ColumnType<unknown, string, string>;
    revision: Generated<number>;
    created_at: Date;
    changed_at: Date;
  };
  sheet_adoption: { sheet_id: string; place: number; version: string; adopted_at: Instant };
};
