import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { withClient } from '../database/with-client.ts';
import { restoreBackup } from './restore-backup.ts';

type Options = {
  readonly owner: pg.ClientConfig;
  /** Who makes the database for the trial: the embedded server's superuser, else the owner if it may. */
  readonly administrator: pg.ClientConfig;
  readonly file: string;
  readonly passphrase: string | undefined;
};

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

/**
 * Restores a backup into a database of its own and throws that away. `impossible` where nobody we can sign in as may make
 * one; fails where the backup does not come back whole.
 */
export function trialRestore({ owner, administrator, file, passphrase }: Options): Promise<'passed' | 'impossible'> {
  return withClient(administrator, async (client) => {
    if (!(await mayCreate(client))) return 'impossible';
    const prefix = await trialPrefixOf(client, owner);
    await dropTrials(client, prefix);
    const database = prefix + randomBytes(8).toString('hex');
    await client.query(`create database ${database} owner "${(owner.user ?? '').replaceAll('"', '""')}"`);
    try {
      const target = { ...owner, database };
      await restoreBackup({ owner: target, file, passphrase, replace: false, say: () => undefined });
      return 'passed';
    } finally {
      await dropTrials(client, prefix);
    }
  });
}
