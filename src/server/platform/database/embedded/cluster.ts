import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chown, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { CannotStart } from '../../cannot-start.ts';
import type { Binaries } from './binaries.ts';
import { makeServerFolder } from './server-folder.ts';
import type { ServerUser } from './server-user.ts';

export const superuser = 'postgres';
export const serverEnvironment = { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };

const draftPrefix = 'postgres.draft-';

type Options = {
  readonly dataDir: string;
  readonly binaries: Binaries;
  readonly user: ServerUser;
  readonly password: string;
  readonly durable: boolean;
};

/** Only the tests run one that is older than the provider of its own. */
const localeOf = ({ major }: Binaries) =>
  major >= 17 ? ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'] : ['--locale=C.UTF-8'];

const initdbArguments = (folder: string, passwordFile: string, { durable, binaries }: Options) => [
  `--pgdata=${folder}`,
  `--username=${superuser}`,
  `--pwfile=${passwordFile}`,
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  ...localeOf(binaries),
  '--data-checksums',
  '--no-instructions',
  ...(durable ? [] : ['--no-sync']),
];

async function initdb(draft: string, options: Options): Promise<string> {
  const { binaries, user, password, dataDir } = options;
  const folder = join(draft, 'postgres');
  const passwordFile = join(draft, 'password.txt');
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (user.owner) await chown(passwordFile, user.owner.uid, user.owner.gid);
  const [file = '', ...args] = [...user.prefix, binaries.initdb, ...initdbArguments(folder, passwordFile, options)];
  try {
    await promisify(execFile)(file, args, { cwd: draft, env: serverEnvironment });
    return folder;
  } catch (error) {
    const stderr = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : String(error);
    throw new CannotStart(`データベースを作れませんでした（${dataDir}）: ${stderr}`, { cause: error });
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

/** Under another name until it is whole: a start cut short leaves nothing that looks like a database. */
async function createCluster(folder: string, options: Options): Promise<void> {
  const draft = join(options.dataDir, `${draftPrefix}${process.pid}-${Date.now()}`);
  await makeServerFolder(draft, options.user);
  try {
    await rename(await initdb(draft, options), folder);
    await syncFolder(options.dataDir);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

async function removeDrafts(dataDir: string): Promise<void> {
  const drafts = (await readdir(dataDir)).filter((name) => name.startsWith(draftPrefix));
  await Promise.all(drafts.map((name) => rm(join(dataDir, name), { recursive: true, force: true })));
}

async function refuseForeignCluster(folder: string, { user: { owner }, binaries }: Options): Promise<void> {
  const { uid } = await stat(folder);
  const expected = owner?.uid ?? process.getuid?.();
  if (uid !== expected)
    throw new CannotStart(
      `データベースのフォルダ ${folder} は別の利用者（番号 ${uid}）のものです。その利用者で起動するか、chown -R ${expected} ${folder} で持ち主を改めてください。`,
    );
  const version = (await readFile(join(folder, 'PG_VERSION'), 'utf8')).trim();
  if (version !== String(binaries.major))
    throw new CannotStart(
      `データベースのフォルダ ${folder} は PostgreSQL ${version} で作られています。この Mamori は PostgreSQL ${binaries.major} を使うため、開けません。`,
    );
}

/** The folder of the database's files, made on first use. */
export async function prepareCluster(options: Options & { readonly say: (line: string) => void }): Promise<string> {
  const folder = join(options.dataDir, 'postgres');
  await removeDrafts(options.dataDir);
  if (existsSync(folder)) await refuseForeignCluster(folder, options);
  else {
    options.say('データベースを作っています…');
    await createCluster(folder, options);
  }
  return folder;
}
