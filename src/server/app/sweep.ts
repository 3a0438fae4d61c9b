import { type Kysely, sql } from 'kysely';
import { removedBefore, type SweptKind, sweptKinds } from '#core/app/retention.ts';
import { eraseUnused } from '../identity/index.ts';
import type { Tables } from '../platform/database/tables.ts';
import { asSystem } from '../platform/database/transaction.ts';
import { enqueue } from '../platform/jobs/enqueue.ts';

const atOnce = 500;
const dayMs = 24 * 60 * 60 * 1000;

/** The queue has rows of its own kind. */
const sweepingOf = (kind: SweptKind, before: Date) =>
  kind === 'exhausted-job'
    ? sql<{ gone: number }>`select sweep_exhausted_jobs(${before}, ${atOnce}) as gone`
    : sql<{ gone: number }>`select sweep_kept(${kind}, ${before}, ${atOnce}) as gone`;

async function sweepKind(db: Kysely<Tables>, kind: SweptKind, now: Date): Promise<void> {
  const before = removedBefore(kind, now);
  for (let gone = atOnce; gone === atOnce; ) {
    const { rows } = await asSystem(db, (tx) => sweepingOf(kind, before).execute(tx));
    gone = rows[0]?.gone ?? 0;
  }
}

/** Has the rules for keeping applied after a while, once, however many ask. */
export const askToSweep = (db: Kysely<Tables>, afterMs: number): Promise<void> =>
  asSystem(db, (tx) =>
    enqueue(tx, 'retention.due', {}, { onlyOne: 'retention.due', runAt: new Date(Date.now() + afterMs) }),
  );

/** Removes whatever has been kept as long as its kind is kept. Any number of processes may do it at once. */
export async function sweep(db: Kysely<Tables>, now: Date): Promise<void> {
  for (const kind of sweptKinds) await sweepKind(db, kind, now);
  await eraseUnused(db, { since: removedBefore('unused-account', now), now });
}

/** The daily round: sweeps, and asks for the next one whatever became of this. */
export const sweepDaily = (db: Kysely<Tables>, now: Date): Promise<void> =>
  sweep(db, now).finally(() => askToSweep(db, dayMs));
