import type { Kysely } from 'kysely';
import { openDatabase } from '../platform/database/connect.ts';
import { migrate } from '../platform/database/migrate.ts';
import { openPool } from '../platform/database/pool.ts';
import type { Tables } from '../platform/database/tables.ts';
import type { Settings } from './settings.ts';

export type CommandDatabase = { readonly db: Kysely<Tables>; close(): Promise<void> };

/** The database for a command: that of a running Mamori where there is one, else brought up until it is closed. */
export async function openForCommand(settings: Settings): Promise<CommandDatabase> {
  const say = (line: string) => process.stderr.write(`${line}\n`);
  const database = await openDatabase({ ...settings, say, purpose: 'command' });
  try {
    await migrate({ owner: database.owner, say });
  } catch (error) {
    await database.stop();
    throw error;
  }
  const pool = openPool(database.app, (error) => say(error.message));
  return { db: pool.db, close: () => pool.close().finally(() => database.stop()) };
}
