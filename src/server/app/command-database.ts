import type { Kysely } from 'kysely';
import type { ClientConfig } from 'pg';
import { refuseOtherVersion } from '../platform/backup/refuse-other-version.ts';
import { type OpenedDatabase, openDatabase } from '../platform/database/connect.ts';
import { migrate } from '../platform/database/migrate.ts';
import { openPool } from '../platform/database/pool.ts';
import type { Tables } from '../platform/database/tables.ts';
import type { Settings } from './settings.ts';

export type CommandDatabase = { readonly db: Kysely<Tables>; close(): Promise<void> };

const say = (line: string) => process.stderr.write(`${line}\n`);

async function openMigrated(settings: Settings): Promise<OpenedDatabase> {
  const database = await openDatabase({ ...settings, say, purpose: 'command' });
  try {
    await migrate({ owner: database.owner, say });
  } catch (error) {
    await database.stop();
    throw error;
  }
  return database;
}

/** The database for a command: that of a running Mamori where there is one, else brought up until it is closed. */
export async function openForCommand(settings: Settings): Promise<CommandDatabase> {
  const database = await openMigrated(settings);
  const pool = openPool(database.app, (error) => say(error.message));
  return { db: pool.db, close: () => pool.close().finally(() => database.stop()) };
}

/** The same as its owner, for what looks at the whole installation. */
export async function openOwnerForCommand(
  settings: Settings,
): Promise<{ readonly owner: ClientConfig; close(): Promise<void> }> {
  const database = await openMigrated(settings);
  return { owner: database.owner, close: () => database.stop() };
}

/** The same as it stands: a Mamori of another version may serve on it, and goes on after the backup. */
export async function openOwnerForBackup(
  settings: Settings,
): Promise<{ readonly owner: ClientConfig; close(): Promise<void> }> {
  const database = await openDatabase({ ...settings, say, purpose: 'command' });
  try {
    await refuseOtherVersion(database.owner);
  } catch (error) {
    await database.stop();
    throw error;
  }
  return { owner: database.owner, close: () => database.stop() };
}

/** The same as it stands, with no Mamori beside it: what it holds is about to be exchanged. */
export async function openOwnerForRestore(
  settings: Settings,
): Promise<{ readonly owner: ClientConfig; close(): Promise<void> }> {
  const database = await openDatabase({ ...settings, say, purpose: 'restore' });
  return { owner: database.owner, close: () => database.stop() };
}
