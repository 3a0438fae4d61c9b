import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import type { BackupFailure } from '#core/kernel/backup-failure.ts';
import { withClient } from '../database/with-client.ts';
import { diskRoom } from '../disk-room.ts';
import { restoreBackup } from './restore-backup.ts';

/** The disk of the database, where it is one of this machine: a folder on it, and the bytes of it that stay free. */
export type Room = { readonly folder: string; readonly reserve: number };

export type TrialOutcome = {
  readonly state: 'passed' | 'failed' | 'impossible';
  readonly failure: BackupFailure | null;
};

type Options = {
  readonly owner: pg.ClientConfig;
  /** Who makes the database for the trial: the embedded server's superuser, else the owner if it may. */
  readonly administrator: pg.ClientConfig;
  readonly file: string;
  readonly passphrase: string | undefined;
  readonly room?: Room | undefined;
};

/** Some seconds of loading. */
const keptEvery = 64_000_000;

/** What the trials of one database are called: others on its server have trials of their own. */
async function trialPrefixOf(administrator: pg.Client, { database, user }: pg.ClientConfig): Promise<string> {
  const { rows } = await administrator.query<{ number: string }>(
    'select oid::text as number from pg_database where datname = $1',
    [database ?? user],
  );
  if (!rows[0]) throw new Error('the database is not on the server of its administrator');
  return `mamori_trial_${rows[0].number}_`;
}

/** Databases of trials that were cut off; nobody else works in one of that name. */
async function dropTrials(administrator: pg.Client, prefix: string): Promise<void> {
  const { rows } = await administrator.query<{ statement: string }>(
    `select format('drop database if exists %I with (force)', datname) as statement from pg_database
     where datname ~ ('^' || $1 || '[0-9a-f]{16}$') and pg_has_role(datdba, 'usage')`,
    [prefix],
  );
  for (const { statement } of rows) await administrator.query(statement);
}

async function mayCreate(administrator: pg.Client): Promise<boolean> {
  const { rows } = await administrator.query<{ may: boolean }>(
    'select rolsuper or rolcreatedb as may from pg_roles where rolname = current_user',
  );
  return rows[0]?.may === true;
}

/** As much as the database holds, and what its log grows by meanwhile. */
async function bytesNeeded(administrator: pg.Client, database: string): Promise<number> {
  const { rows } = await administrator.query<{ bytes: string }>(
    `select size + least(size, pg_size_bytes(current_setting('max_wal_size'))) as bytes from pg_database_size($1::name) size`,
    [database],
  );
  return Number(rows[0]?.bytes);
}

async function hasRoom(administrator: pg.Client, { owner, room }: Options): Promise<boolean> {
  if (!room) return true;
  return diskRoom(room.folder, room.reserve + (await bytesNeeded(administrator, owner.database ?? '')))();
}

async function tryIn(administrator: pg.Client, prefix: string, { owner, file, passphrase }: Options): Promise<void> {
  const database = prefix + randomBytes(8).toString('hex');
  await administrator.query(`create database ${database} owner "${(owner.user ?? '').replaceAll('"', '""')}"`);
  try {
    const target = { ...owner, database };
    await restoreBackup({ owner: target, file, passphrase, replace: false, say: () => undefined, keptEvery });
  } finally {
    await dropTrials(administrator, prefix);
  }
}

/**
 * Restores a backup into a database of its own and throws that away. `impossible` where nobody we can sign in as may make
 * one, or where it would fill the disk; fails where the backup does not come back whole.
 */
export function trialRestore(options: Options): Promise<TrialOutcome> {
  return withClient(options.administrator, async (client) => {
    if (!(await mayCreate(client))) return { state: 'impossible', failure: null };
    const prefix = await trialPrefixOf(client, options.owner);
    await dropTrials(client, prefix);
    if (!(await hasRoom(client, options))) return { state: 'impossible', failure: 'room' };
    await tryIn(client, prefix, options);
    return { state: 'passed', failure: null };
  });
}
