import { sql } from 'kysely';

/** Rows of one page. */
export const rowsAtOnce = 50;

/** A date as it stands: as a moment it would be another day in another zone. */
export const day = <Day extends string | null>(column: string) => sql<Day>`to_char(${sql.ref(column)}, 'YYYY-MM-DD')`;

/** A page of rows read one further than it is long, and from where the next one goes on. */
export function pageOf<Entry extends { readonly id: string }>(rows: readonly Entry[], most = rowsAtOnce) {
  const entries = rows.slice(0, most);
  return { entries, next: rows.length > most ? (entries.at(-1)?.id ?? null) : null };
}
