import { Kysely } from 'kysely';
import type pg from 'pg';
import { EagerDialect } from './eager-dialect.ts';
import { poolOf } from './hosts/database-client.ts';
import { prepareStatements } from './prepared.ts';
import { cutSilent, type Patience } from './silence.ts';
import type { Tables } from './tables.ts';

export type Database = { readonly db: Kysely<Tables>; readonly pool: pg.Pool; close(): Promise<void> };

/** Opens the application's pool. A connection lost while idle is reported, never thrown. */
export function openPool(config: pg.PoolConfig, onIdleError: (error: Error) => void, patience?: Patience): Database {
  const limits = { max: 8, pipeline: true, connectionTimeoutMillis: 10_000, statement_timeout: 120_000 };
  const pool = poolOf({ ...limits, ...config });
  pool.on('connect', prepareStatements);
  pool.on('connect', cutSilent(config, patience));
  let closing = false;
  pool.on('error', (error) => closing || onIdleError(error));
  const db = new Kysely<Tables>({ dialect: new EagerDialect({ pool }) });
  return {
    db,
    pool,
    close: () => {
      closing = true;
      return db.destroy();
    },
  };
}
