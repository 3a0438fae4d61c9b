import pg from 'pg';
import { CannotStart } from '../../cannot-start.ts';
import { scramVerifier } from '../scram-verifier.ts';
import { withClient } from '../with-client.ts';

type Config = pg.ClientConfig & { readonly user: string; readonly password: string; readonly database: string };

async function canSignIn(config: Config): Promise<boolean> {
  try {
    await withClient(config, (client) => client.query('select 1'));
    return true;
  } catch {
    return false;
  }
}

/** The owner is no superuser: what fails on an external PostgreSQL must fail here and in the tests too. */
async function createOwner(client: pg.Client, { user, password }: Config): Promise<void> {
  const found = await client.query('select 1 from pg_roles where rolname = $1', [user]);
  const attributes = `login createrole password ${pg.escapeLiteral(scramVerifier(password))}`;
  await client.query(`${found.rowCount ? 'alter' : 'create'} role ${user} ${attributes}`);
}

async function createDatabase(client: pg.Client, { user, database }: Config): Promise<void> {
  const found = await client.query('select 1 from pg_database where datname = $1', [database]);
  if (!found.rowCount) await client.query(`create database ${database} owner ${user}`);
}

/** Makes the owner's role and its database where they are missing. */
export async function provision(superuser: pg.ClientConfig, owner: Config, secretsFolder: string): Promise<void> {
  if (await canSignIn(owner)) return;
  try {
    await withClient(superuser, async (client) => {
      await createOwner(client, owner);
      await createDatabase(client, owner);
    });
  } catch (error) {
    throw new CannotStart(
      `データベースに入れません。${secretsFolder} のパスワードが、データベースのものと合いません。バックアップから、postgres と secrets を一緒に戻してください。`,
      { cause: error },
    );
  }
}
