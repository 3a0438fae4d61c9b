import { type Kysely, sql } from 'kysely';
import { maySweep, type SweptKind, shownByRoundMs, sweptKinds } from '#core/app/retention.ts';
import { removedBefore } from '#core/kernel/kept-days.ts';
import { eraseUnused } from '../identity/index.ts';
import { recordEvent } from '../platform/activity/record-event.ts';
import type { Tables } from '../platform/database/tables.ts';
import { asSystem, type SystemTx } from '../platform/database/transaction.ts';
import { enqueue } from '../platform/jobs/enqueue.ts';
import { eraseLeft } from './leaving/erase-left.ts';

const atOnce = 500;
const dayMs = 24 * 60 * 60 * 1000;

/** The queue has rows of its own kind. */
const sweepingOf = (kind: SweptKind, before: Date) =>
  kind === 'exhausted-job'
    ? sql<{ gone: number }>`select sweep_exhausted_jobs(${before}, ${atOnce}) as gone`
    : sql<{ gone: number }>`select sweep_kept(${kind}, ${before}, ${atOnce}) as gone`;

async function sweepKind(db: Kysely<Tables>, kind: SweptKind, now: Date): Promise<number> {
  const before = removedBefore(kind, now);
  let removed = 0;
  for (let gone = atOnce; gone === atOnce; removed += gone) {
    const { rows } = await asSystem(db, (tx) => sweepingOf(kind, before).execute(tx));
    gone = rows[0]?.gone ?? 0;
  }
  return removed;
}

/** Has the rules for keeping applied after a while, once, however many ask. */
export const askToSweep = (db: Kysely<Tables>, afterMs: number): Promise<void> =>
  asSystem(db, (tx) =>
    enqueue(tx, 'retention.due', {}, { onlyOne: 'retention.due', runAt: new Date(Date.now() + afterMs) }),
  );

/** Removes whatever has been kept as long as its kind is kept; tells how many rows of which kinds. Any number of processes may do it at once. */
export async function sweep(db: Kysely<Tables>, now: Date): Promise<Readonly<Record<string, number>>> {
  const removed: Record<string, number> = {};
  for (const kind of sweptKinds) {
    const gone = await sweepKind(db, kind, now);
    if (gone > 0) removed[kind] = gone;
  }
  await eraseLeft(db, now);
  await eraseUnused(db, { since: removedBefore('unused-account', now), now });
  return removed;
}

const round = 'retention';

/** When the newest round was made that is old enough to show by its time that the clock is not ahead. */
async function roundBefore(tx: SystemTx, now: Date): Promise<Date | null> {
  const { at } = await tx
    .selectFrom('system_event')
    .select((event) => event.fn.max<Date | null>('at').as('at'))
    .where('act', 'in', ['retention.swept', 'retention.waited'])
    .where('subject', '=', round)
    .where('at', '<=', new Date(now.getTime() - shownByRoundMs))
    .executeTakeFirstOrThrow();
  return at;
}

/** One round: sweeps, or only says that it was there where nothing shows yet that the clock is right. */
export async function sweepWatchfully(db: Kysely<Tables>, now: Date): Promise<void> {
  const may = maySweep(await asSystem(db, (tx) => roundBefore(tx, now)), now);
  const removed = may ? await sweep(db, now) : {};
  const act = may ? 'retention.swept' : 'retention.waited';
  await asSystem(db, (tx) => recordEvent(tx, { act, subject: round, at: now, actor: null, detail: removed }));
}

/** The daily round, which asks for the next one whatever became of this. */
export const sweepDaily = (db: Kysely<Tables>, now: Date): Promise<void> =>
  sweepWatchfully(db, now).finally(() => askToSweep(db, dayMs));
