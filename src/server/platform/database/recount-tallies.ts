import { type Kysely, sql } from 'kysely';
import type { Logger } from 'pino';
import type { Tables } from './tables.ts';
import { asSystem } from './transaction.ts';

/** Corrects the tallies of stages and scores where they differ from what they count, and says so. Any number of processes may do it at once. */
export async function recountTallies(db: Kysely<Tables>, log: Pick<Logger, 'warn'>): Promise<void> {
  const { rows } = await asSystem(db, (tx) =>
    sql<{ corrected: number }>`select recount_tallies() as corrected`.execute(tx),
  );
  const corrected = rows[0]?.corrected ?? 0;
  if (corrected > 0) log.warn({ corrected }, 'counts of facilities were wrong and are corrected');
}
