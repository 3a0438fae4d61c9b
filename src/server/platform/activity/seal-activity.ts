import { type Kysely, sql } from 'kysely';
import type { Logger } from 'pino';
import type { Tables } from '../database/tables.ts';
import { asSystem } from '../database/transaction.ts';
import { enqueue } from '../jobs/enqueue.ts';

const watchMs = 3_000;

/** Seals what is complete in the logs and not sealed yet; tells how many rows. Any number of processes may do it at once. */
export function sealActivity(db: Kysely<Tables>, now: Date): Promise<number> {
  return asSystem(db, async (tx) => {
    const { rows } = await sql<{ sealed: number }>`select seal_activity(${now}) as sealed`.execute(tx);
    return rows[0]?.sealed ?? 0;
  });
}

/** Asks for the job that seals, where something waits; of several processes that ask one is heard. */
function askToSeal(db: Kysely<Tables>): Promise<void> {
  return asSystem(db, async (tx) => {
    const { rows } = await sql<{ waits: boolean }>`select activity_waits() as waits`.execute(tx);
    if (rows[0]?.waits) await enqueue(tx, 'activity.seal', {}, { onlyOne: 'activity.seal' });
  });
}

/** Looks every few seconds whether there is something to seal, so that a write pays nothing for it. */
export function watchActivity(db: Kysely<Tables>, log: Logger): { stop(): Promise<void> } {
  let asking: Promise<unknown> = Promise.resolve();
  let failing = false;
  const ask = async () => {
    try {
      await askToSeal(db);
      failing = false;
    } catch (err) {
      if (!failing) log.warn({ err }, 'the activity log cannot be sealed now');
      failing = true;
    }
    timer = setTimeout(begin, watchMs).unref();
  };
  const begin = () => {
    asking = ask();
  };
  let timer = setTimeout(begin, watchMs).unref();
  return {
    async stop() {
      clearTimeout(timer);
      await asking;
      clearTimeout(timer);
    },
  };
}
