import { type Kysely, sql } from 'kysely';
import type { Tables } from '../platform/database/tables.ts';

export type Health = { readonly status: 'ok' | 'database-unreachable' };

/** How long, in ms, what was found is told again: however often anybody asks, the database is asked once in it. */
const foundForMs = 1_000;

async function look(db: Kysely<Tables>): Promise<Health> {
  try {
    await sql`select 1`.execute(db);
    return { status: 'ok' };
  } catch {
    return { status: 'database-unreachable' };
  }
}

/** Asked again and again by machines: it answers all of them, and never writes a line to the log. */
export function healthOf(db: Kysely<Tables>, clock: () => number = () => performance.now()): () => Promise<Health> {
  let found: { readonly at: number; readonly told: Promise<Health> } | undefined;
  return () => {
    const at = clock();
    if (!found || at - found.at >= foundForMs) found = { at, told: look(db) };
    return found.told;
  };
}
