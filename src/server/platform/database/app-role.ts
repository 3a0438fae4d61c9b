import pg from 'pg';
import { CannotStart } from '../cannot-start.ts';
import { connectionFailure } from './connection-failure.ts';
import { scramVerifier } from './scram-verifier.ts';
import { withClient } from './with-client.ts';

/** The role the migrations grant to. The application signs in as it, or as a member of it. */
export const appRole = 'mamori_app';

type Config = pg.ClientConfig;
const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? error.code : undefined);

const forTheAdministrator = (statements: string) =>
  new CannotStart(
    `DATABASE_URL の利用者には、役割 ${appRole} を整える権限がありません。データベースの管理者に次を実行してもらい、DATABASE_APP_URL を設定してください: ${statements}`,
  );

async function asAdministrator(owner: Config, statement: string, advice: string): Promise<void> {
  try {
    await withClient(owner, (client) => client.query(statement));
  } catch (error) {
    if (codeOf(error) === '42501') throw forTheAdministrator(advice);
    throw error;
  }
}

async function roleExists(owner: Config, role: string): Promise<boolean> {
  const found = await withClient(owner, (client) => client.query('select 1 from pg_roles where rolname = $1', [role]));
  return found.rowCount === 1;
}

async function signsIn(app: Config): Promise<boolean> {
  try {
    await withClient(app, (client) => client.query('select 1'));
    return true;
  } catch (error) {
    if (codeOf(error) === '28P01' || codeOf(error) === '28000') return false;
    throw error;
  }
}

/** Another Mamori on the same cluster would be locked out by a new password: two installations need DATABASE_APP_URL. */
async function refuseWhileInUse(owner: Config): Promise<void> {
  const inUse = await withClient(owner, (client) =>
    client.query('select 1 from pg_stat_activity where usename = $1 limit 1', [appRole]),
  );
  if (inUse.rowCount)
    throw new CannotStart(
      `同じ PostgreSQL を使う別の Mamori が動いています（役割 ${appRole} が接続中です）。複数で使うときは、それぞれに DATABASE_APP_URL を設定してください。`,
    );
}

/** Makes the application's role, or gives it this password where it has another. */
export async function ensureGeneratedRole(owner: Config, app: Config, password: string): Promise<void> {
  const verifier = pg.escapeLiteral(scramVerifier(password));
  const advice = `CREATE ROLE ${appRole} LOGIN PASSWORD '…';`;
  const attributes = `login nosuperuser nobypassrls nocreatedb nocreaterole password ${verifier}`;
  if (!(await roleExists(owner, appRole))) {
    try {
      return await asAdministrator(owner, `create role ${appRole} ${attributes}`, advice);
    } catch (error) {
      if (codeOf(error) !== '42710' && codeOf(error) !== '23505') throw error;
    }
  }
  if (await signsIn(app)) return;
  await refuseWhileInUse(owner);
  await asAdministrator(owner, `alter role ${appRole} login password ${verifier}`, advice);
}

/** The operator's own role: it gets the application's rights by membership, never by SET ROLE. */
export async function ensureMembership(owner: Config, app: Config): Promise<void> {
  const user = app.user ?? '';
  if (user === appRole) return;
  const membership = `GRANT ${appRole} TO ${pg.escapeIdentifier(user)};`;
  const advice = `CREATE ROLE ${appRole} NOLOGIN; ${membership}`;
  if (!(await roleExists(owner, appRole))) await asAdministrator(owner, `create role ${appRole} nologin`, advice);
  const member = await withClient(owner, (client) =>
    client.query<{ held: boolean }>("select pg_has_role($1, $2, 'usage') as held", [user, appRole]),
  );
  if (!member.rows[0]?.held) await asAdministrator(owner, membership, membership);
}

/** Row security does not bind a superuser, a role that bypasses it, nor one that can become the owner: none of them may serve. */
export async function refusePowerfulRole(owner: Config, app: Config, name: string): Promise<void> {
  const { rows } = await withClient(app, (client) =>
    client.query<{ powerful: boolean }>(
      `select rolsuper or rolbypassrls or pg_has_role(rolname, $1, 'member') as powerful
       from pg_roles where rolname = current_user`,
      [owner.user],
    ),
  ).catch((error: unknown) => {
    throw connectionFailure(error, name, app);
  });
  if (rows[0]?.powerful !== false)
    throw new CannotStart(
      `${name} の利用者 ${app.user ?? ''} は権限が強すぎます。SUPERUSER でも BYPASSRLS でもなく、DATABASE_URL の利用者とも別の利用者にしてください。`,
    );
}
