import type { ColumnType } from 'kysely';
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
  sheet_adoption: { sheet_id: string; place: number; version: string; adopted_at: Instant };
};
