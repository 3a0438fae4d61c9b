import { type Kysely, sql } from 'kysely';
import type { Tables } from './tables.ts';
import { asSystem } from './transaction.ts';

/** Adds up what came into the tallies of stages and scores since the last time. Any number of processes may do it at once. */
export const foldTallies = (db: Kysely<Tables>): Promise<void> =>
  asSystem(db, async (tx) => void (await sql`select fold_tallies()`.execute(tx)));
