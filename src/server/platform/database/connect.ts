import type { ClientConfig } from 'pg';
import { CannotStart } from '../cannot-start.ts';
import type { Purpose } from '../start-lock.ts';
import { appRole, ensureGeneratedRole, ensureMembership, refusePowerfulRole } from './app-role.ts';
import { connectionOf } from './database-url.ts';
import { joinEmbedded } from './embedded/join.ts';
import { checkExternal } from './external.ts';
import { keepSecret } from './secret.ts';

export type Say = (line: string) => void;

export type OpenedDatabase = {
  /** Owns the tables: migrations only. */
  readonly owner: ClientConfig;
  /** Bound by row security: everything else. */
  readonly app: ClientConfig;
  /** Fulfils when the embedded server ended without `stop`; never for an external one. */
  readonly lost: Promise<void>;
  stop(): Promise<void>;
};

type Options = {
  readonly databaseUrl?: string | undefined;
  readonly databaseAppUrl?: string | undefined;
  readonly dataDir: string;
  readonly say: Say;
  readonly purpose?: Purpose;
};

const nobodyLoses = new Promise<void>(() => undefined);

async function openServer({
  databaseUrl,
  dataDir,
  say,
  purpose = 'server',
}: Options): Promise<Omit<OpenedDatabase, 'app'>> {
  if (!databaseUrl) return joinEmbedded({ dataDir, say, purpose });
  const owner = connectionOf(databaseUrl, 'DATABASE_URL');
  await checkExternal(owner);
  return { owner, lost: nobodyLoses, stop: async () => undefined };
}

async function prepareApp(owner: ClientConfig, { databaseAppUrl, dataDir }: Options): Promise<ClientConfig> {
  if (databaseAppUrl) {
    const app = connectionOf(databaseAppUrl, 'DATABASE_APP_URL');
    await refusePowerfulRole(owner, app, 'DATABASE_APP_URL');
    await ensureMembership(owner, app);
    return app;
  }
  const password = await keepSecret(dataDir, 'database-app');
  const app = { ...owner, user: appRole, password };
  await ensureGeneratedRole(owner, app, password);
  await refusePowerfulRole(owner, app, appRole);
  return app;
}

/**
 * Brings up the database Mamori works on: the one DATABASE_URL names, else the embedded one in the data folder.
 * A command joins the embedded server of a running Mamori; a server has the data folder to itself.
 */
export async function openDatabase(options: Options): Promise<OpenedDatabase> {
  if (options.databaseAppUrl && !options.databaseUrl)
    throw new CannotStart('DATABASE_APP_URL は DATABASE_URL と一緒に指定してください。');
  const server = await openServer(options);
  try {
    return { ...server, app: await prepareApp(server.owner, options) };
  } catch (error) {
    await server.stop();
    throw error;
  }
}
