import { type RawBuilder, sql } from 'kysely';
import type { FacilityTx } from '../../../platform/database/transaction.ts';

export type Cell = string | null;
/** Columns by their heading, each with what it is in SQL. */
export type Columns = Readonly<Record<string, string>>;

const rowsAtOnce = 500;

/** Rows of a reading of any length, page by page: no more than one page is held. One reading of a transaction after the other. */
export async function* rowsInPages(
  tx: FacilityTx,
  columns: Columns,
  source: RawBuilder<unknown>,
): AsyncGenerator<readonly (readonly Cell[])[]> {
  const wanted = Object.values(columns).map(
    (column, place) => sql`(${sql.raw(column)})::text as ${sql.ref(`c${place}`)}`,
  );
  await sql`declare record_rows no scroll cursor for select ${sql.join(wanted)} ${source}`.execute(tx);
  for (let whole = true; whole; ) {
    const { rows } = await sql<Record<string, Cell>>`fetch ${sql.raw(String(rowsAtOnce))} from record_rows`.execute(tx);
    yield rows.map((row) => wanted.map((_, place) => row[`c${place}`] ?? null));
    whole = rows.length === rowsAtOnce;
  }
  await sql`close record_rows`.execute(tx);
}

/** A moment as people in Japan read it. */
export const moment = (column: string) => `to_char(${column} at time zone 'Asia/Tokyo', 'YYYY-MM-DD HH24:MI:SS')`;

/** The name of the person whose id stands in the column. */
export const personName = (column: string) => `(select who.name from person who where who.id = ${column})`;
