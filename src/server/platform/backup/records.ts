import { z } from 'zod';

/** Raised when a reader of before could no longer read what is written. */
export const formatVersion = 1;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const rows = z.int().nonnegative();

/** First line: what the backup is and was made of. */
export const headerSchema = z.strictObject({
  mamoriBackup: z.int(),
  product: z.string(),
  postgres: z.string(),
  /** Moment of the one snapshot that everything was read in. */
  at: z.iso.datetime(),
  migrations: z.array(z.string()).min(1),
  /** Keys kept outside of the database, without which parts of it cannot be opened. */
  secrets: z.strictObject({ secondFactor: z.string().optional() }),
});
export type Header = z.infer<typeof headerSchema>;

/** Stands before the rows of a table. */
export const tableSchema = z.strictObject({ table: z.string(), columns: z.array(z.string()).min(1) });
/** Stands behind them: how many there are, and the hash of their text. */
export const sumSchema = z.strictObject({ rows, sha256 });
export type Sum = z.infer<typeof sumSchema>;

export type TableSum = { readonly table: string } & Readonly<Sum>;

/** Ends the rows of a table, as in the files of psql's \copy. */
export const rowsEnd = Buffer.from('\\.\n');

export const lineOf = (record: unknown): Buffer => Buffer.from(`${JSON.stringify(record)}\n`);

/** Last line: all tables once more, and the hash of everything before this line. */
export const endLine = (tables: readonly TableSum[], sum: string): Buffer => lineOf({ end: tables, sha256: sum });
