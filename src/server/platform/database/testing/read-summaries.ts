import { type Kysely, sql, type Transaction } from 'kysely';
import type { SummaryTables } from '../above-tables.ts';
import type { Tables } from '../tables.ts';

/** Reads the summary tables past every organisation's view of them. */
export function readSummaries<T>(db: Kysely<Tables>, work: (tx: Transaction<SummaryTables>) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (tx) => {
    await sql`select set_config('app.scope', 'summary', true)`.execute(tx);
    return work(tx as Transaction<SummaryTables>);
  });
}
