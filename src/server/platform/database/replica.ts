import { setTimeout as pause } from 'node:timers/promises';
import { type Kysely, sql } from 'kysely';
import type { ClientConfig } from 'pg';
import { type Database, openPool } from './pool.ts';
import type { Tables } from './tables.ts';

/** Time in ms a reading waits for the standby to come to where the primary was when it began. */
const patienceMs = 300;
const askAgainMs = 10;
/** Time in ms for which a standby that was away or behind is left alone. */
const restMs = 5_000;

/** A standby that follows the primary, for readings of much that few ask for. */
export type Replica = {
  /**
   * Does the reading on the standby, in a state no older than what was committed before it was asked for; undefined where
   * no standby is there, or it is behind, or breaks off: the primary is to be asked then.
   */
  readonly read: <T>(primary: Kysely<Tables>, work: (standby: Kysely<Tables>) => Promise<T>) => Promise<T | undefined>;
  readonly close: () => Promise<void>;
};

type Place = Pick<ClientConfig, 'host' | 'port'>;

const isAt = (place: Place | undefined, { host, port }: Place) => place?.host === host && place?.port === port;

/** Every commit anybody may have seen is written up to here. */
async function positionOf(primary: Kysely<Tables>): Promise<string> {
  const { rows } = await sql<{ at: string }>`select pg_current_wal_flush_lsn()::text as at`.execute(primary);
  return rows[0]?.at ?? 'FFFFFFFF/FFFFFFFF';
}

/** A standby that hears nobody may have lost its primary to another, and stand on what was never kept. */
async function hasReached(standby: Kysely<Tables>, position: string): Promise<boolean> {
  const { rows } = await sql<{ reached: boolean }>`
    select pg_is_in_recovery() and pg_last_wal_replay_lsn() >= ${position}::pg_lsn
      and exists (select from pg_stat_wal_receiver) as reached`.execute(standby);
  return rows[0]?.reached === true;
}

async function comesTo(standby: Kysely<Tables>, position: string): Promise<boolean> {
  const until = performance.now() + patienceMs;
  while (!(await hasReached(standby, position))) {
    if (performance.now() > until) return false;
    await pause(askAgainMs);
  }
  return true;
}

/** Cancelled for what the primary has removed meanwhile, or without a connection. */
const givesUp = ['40001', '40P01'];

/** Reads from the standby among the hosts of the application's URL. `isAway` tells a broken connection from a fault of the reading. */
export function openReplica(app: ClientConfig, isAway: (error: unknown) => boolean): Replica {
  let open: { readonly place: Place; readonly pool: Database } | undefined;
  let restUntil = 0;
  const poolAt = async (server: ClientConfig): Promise<Database> => {
    if (open && isAt(open.place, server)) return open.pool;
    const before = open?.pool;
    const { host, port, ssl } = server;
    const config = { ...app, host, port, ssl, servers: undefined, max: 4, connectionTimeoutMillis: 2_000 };
    open = { place: server, pool: openPool({ ...config, application_name: 'mamori summaries' }, () => undefined) };
    await before?.close();
    return open.pool;
  };
  const caughtUp = async (server: ClientConfig, primary: Kysely<Tables>) => {
    const position = await positionOf(primary);
    const { db } = await poolAt(server);
    return (await comesTo(db, position)) ? db : undefined;
  };
  return {
    read: async (primary, work) => {
      const server = app.servers?.standby();
      if (!server || performance.now() < restUntil) return undefined;
      // Some services do not tell positions: their standbys are done without.
      const standby = await caughtUp(server, primary).catch(() => undefined);
      try {
        if (standby) return await work(standby);
      } catch (error) {
        const code = error instanceof Error && 'code' in error ? String(error.code) : '';
        if (!isAway(error) && !givesUp.includes(code)) throw error;
      }
      restUntil = performance.now() + restMs;
      return undefined;
    },
    close: async () => open?.pool.close(),
  };
}
