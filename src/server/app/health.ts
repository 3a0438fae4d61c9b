import { setTimeout as pause } from 'node:timers/promises';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../platform/database/tables.ts';

export type Health = { readonly status: 'ok' | 'database-unreachable' | 'storage-full' };

type Looked = {
  readonly db: Kysely<Tables>;
  /** Whether the disk of the data has room; absent where it is another machine's. */
  readonly hasRoom?: (() => Promise<boolean>) | undefined;
};

/** How long, in ms, what was found is told again: however often anybody asks, the database is asked once in it. */
const foundForMs = 1_000;
/** How long, in ms, the database may take to answer. */
const answersWithinMs = 5_000;

async function look({ db, hasRoom }: Looked): Promise<Health> {
  const reached = sql`select 1`.execute(db).then(
    () => true,
    () => false,
  );
  if (!(await Promise.race([reached, pause(answersWithinMs, false, { ref: false })])))
    return { status: 'database-unreachable' };
  return { status: hasRoom && !(await hasRoom()) ? 'storage-full' : 'ok' };
}

/** Asked again and again by machines: it answers all of them, before long, and never writes a line to the log. */
export function healthOf(looked: Looked, clock: () => number = () => performance.now()): () => Promise<Health> {
  let found: { readonly at: number; readonly told: Promise<Health> } | undefined;
  return () => {
    const at = clock();
    if (!found || at - found.at >= foundForMs) found = { at, told: look(looked) };
    return found.told;
  };
}
