import type pg from 'pg';
import { type Verification, verifyActivityWithin } from '../activity/verify-activity.ts';
import { poolOf } from '../database/hosts/database-client.ts';
import { refuseNewerDatabase } from '../database/migrate.ts';
import { type MigrationFile, migrationFolder, readMigrations } from '../database/migration-files.ts';
import { withClient } from '../database/with-client.ts';
import { migrateJobs } from '../jobs/migrate-jobs.ts';
import { BackupRefused, OthersConnected } from './backup-refused.ts';
import { backedUpTables, settle } from './backup-repository.ts';
import { sumOf } from './copied-rows.ts';
import { unseal } from './envelope.ts';
import { howFar, told } from './how-far.ts';
import { portionsOf } from './portions.ts';
import { type Contents, readRecords } from './read-records.ts';
import { applyWithin, dropEverything } from './rebuild.ts';
import * as repository from './restore-repository.ts';

type Options = {
  readonly owner: pg.ClientConfig;
  readonly file: string;
  readonly passphrase: string | undefined;
  /** What is in the database may go. */
  readonly replace: boolean;
  readonly say: (line: string) => void;
  /** A last word before anything is touched, once the file is proved; throws where it is no. */
  readonly agree?: (contents: Contents, place: repository.Found) => Promise<void>;
  /** The last thing before everything is kept: what must be there when it is. */
  readonly beforeCommit?: (contents: Contents) => Promise<void>;
  readonly folder?: string;
  /**
   * For a database that is thrown away: rows are kept after so many bytes, and each step by itself. A transaction that has
   * written and goes on for hours holds up the seals of the activity log in every database of the cluster.
   */
  readonly keptEvery?: number;
};

export type Restored = { readonly contents: Contents; readonly activity: Verification };

const proving = '控えのファイルを確かめています…';
const comparing = '戻した中身を、控えと照らしています…';

/** Reads the whole file and proves it, without a look at any database. */
export const verifyBackup = (
  file: string,
  passphrase: string | undefined,
  tell: (bytes: number) => void = () => undefined,
): Promise<Contents> =>
  readRecords(unseal(file, passphrase), async (_, rows) => {
    for await (const bytes of rows) tell(bytes.length);
  });

/** The migrations a backup was made with, and those that came later. */
function splitMigrations(known: readonly MigrationFile[], made: readonly string[]) {
  const isOurs = made.every((name, place) => known[place]?.name === name);
  if (!isOurs)
    throw new BackupRefused(
      `この控えは、この版のまもりでは戻せません（新しい版の控えです: ${made.at(-1)}）。新しい版のまもりで戻してください。何も変えていません。`,
    );
  return { before: known.slice(0, made.length), after: known.slice(made.length) };
}

async function refuseUnfit(
  client: pg.Client,
  known: readonly MigrationFile[],
  replace: boolean,
): Promise<repository.Found> {
  const found = await repository.whatIsThere(client);
  if (found === 'foreign')
    throw new BackupRefused(
      'このデータベースには、まもりのものでない表があります。空のデータベースを指定してください。',
    );
  if (found === 'filled' && !replace)
    throw new BackupRefused(
      'このデータベースには、もう施設か人が入っています。入れ替えるには --replace を付けてください（今の中身はすべて消えます）。',
    );
  if (found !== 'nothing')
    refuseNewerDatabase(
      await repository.appliedMigrations(client),
      known.map(({ name }) => name),
    );
  return found;
}

async function refuseOthers(client: pg.Client): Promise<void> {
  for (let tries = 0; (await repository.otherConnections(client)) > 0; tries += 1) {
    if (tries === 20)
      throw new OthersConnected(
        'このデータベースに、ほかの接続があります。まもりと、ほかにつないでいるものを止めてから、もう一度実行してください。何も変えていません。',
      );
    // What was seen stays what is seen for a whole transaction, unless it is let go.
    await client.query('select pg_sleep(0.1), pg_stat_clear_snapshot()');
  }
}

/** What ends a step where each is kept by itself, and else does nothing. */
const stepEnd =
  (client: pg.Client, { keptEvery }: Options) =>
  async (): Promise<void> => {
    if (keptEvery === undefined) return;
    await client.query('commit');
    await client.query('begin');
    await settle(client);
  };

/** Fills the tables from the file, and proves that it is the same file as when it was looked at, and that all of it is there. */
async function load(client: pg.Client, options: Options, expected: Contents): Promise<void> {
  const { file, passphrase, say, keptEvery = Number.POSITIVE_INFINITY } = options;
  const endStep = stepEnd(client, options);
  const tables = await backedUpTables(client);
  const close = await repository.openTables(client);
  await repository.openJobs(client);
  for (const { name } of tables) await repository.emptyTable(client, name);
  const again = await readRecords(unseal(file, passphrase), async (table, rows) => {
    const words = `${table.name} を戻しています…`;
    say(words);
    for await (const portion of portionsOf(told(rows, howFar(say, words)), keptEvery)) {
      await repository.loadRows(client, table, portion);
      await endStep();
    }
  });
  if (again.sha256 !== expected.sha256)
    throw new BackupRefused('戻す間に、控えのファイルが変わりました。何も変えていません。');
  say(comparing);
  const tell = howFar(say, comparing);
  for (const table of tables) await refuseDifferent(client, table, expected, tell);
  say('表のつながりを確かめています…');
  await close(endStep);
  await repository.takeJobs(client);
  await endStep();
}

async function refuseDifferent(
  client: pg.Client,
  table: Parameters<typeof sumOf>[1],
  { tables }: Contents,
  tell: (bytes: number) => void,
): Promise<void> {
  const wanted = tables.find(({ table: name }) => name === table.name);
  const found = await sumOf(client, table, tell);
  if (found.rows !== wanted?.rows || found.sha256 !== wanted.sha256)
    throw new BackupRefused(
      `戻した中身が、控えと合いません（表 ${table.name}）。データベースとその機器を確かめてください。何も変えていません。`,
    );
}

async function prepareJobs(owner: pg.ClientConfig): Promise<void> {
  const pool = poolOf({ ...owner, max: 2 });
  pool.on('error', () => undefined);
  await migrateJobs(pool).finally(() => pool.end());
}

async function replaceAll(client: pg.Client, options: Options, contents: Contents): Promise<Restored> {
  const known = await readMigrations(options.folder ?? migrationFolder);
  const { before, after } = splitMigrations(known, contents.header.migrations);
  await client.query('begin');
  await settle(client);
  await refuseOthers(client);
  await refuseUnfit(client, known, options.replace);
  await dropEverything(client);
  await applyWithin(client, before);
  await stepEnd(client, options)();
  await load(client, options, contents);
  await applyWithin(client, after);
  await stepEnd(client, options)();
  options.say('操作の記録を確かめています…');
  const activity = await verifyActivityWithin(client);
  await options.beforeCommit?.(contents);
  await client.query('commit');
  return { contents, activity };
}

/**
 * Puts a backup in the place of what the database holds. The file is proved to its last byte before anything is touched;
 * then everything happens in one transaction, so that whatever ends it leaves what was there before; unless `keptEvery` says
 * that nothing need be left.
 */
export async function restoreBackup(options: Options): Promise<Restored> {
  options.say(proving);
  const contents = await verifyBackup(options.file, options.passphrase, howFar(options.say, proving));
  const known = await readMigrations(options.folder ?? migrationFolder);
  splitMigrations(known, contents.header.migrations);
  const found = await withClient(options.owner, async (client) => {
    await client.query('begin');
    await refuseOthers(client);
    return refuseUnfit(client, known, options.replace);
  });
  await options.agree?.(contents, found);
  await prepareJobs(options.owner);
  return withClient(options.owner, (client) => replaceAll(client, options, contents));
}
