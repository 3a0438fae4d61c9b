import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ServerType } from '@hono/node-server';
import type { Kysely } from 'kysely';
import type { Catalogue } from '#core/catalogue/catalogue.ts';
import { loadCatalogue } from '../../catalogue/index.ts';
import { secretBox } from '../../identity/index.ts';
import { openPlanMaker } from '../../plan/index.ts';
import { openPool } from '../../platform/database/pool.ts';
import type { Tables } from '../../platform/database/tables.ts';
import { type FreshDatabase, freshDatabase } from '../../platform/database/testing/fresh-database.ts';
import { openDocuments } from '../../platform/documents/index.ts';
import { type ConnectionLimits, listen } from '../../platform/http/listen.ts';
import { type Live, openLive } from '../../platform/live/index.ts';
import { openLog } from '../../platform/log.ts';
import { type AppParts, buildApp } from '../build-app.ts';
import { outboxUnder } from '../mail-parts.ts';
import { followContent } from '../open-content.ts';

export type TestServer = {
  readonly database: FreshDatabase;
  readonly db: Kysely<Tables>;
  readonly url: string;
  readonly live: Live;
  /** What the server's clock says; tests move it. */
  readonly clock: { now: Date };
  /** Log lines of level error, which no test expects unless it says so. */
  readonly errors: string[];
  stop(): Promise<void>;
};

const root = join(import.meta.dirname, '../../../..');
/** Where people reach the test server, as its settings say; passkeys are bound to it. */
export const testAddress = 'http://localhost:8080';
const testKey = Buffer.alloc(32, 7);
export const testSecretBox = secretBox(testKey);
export const testOutbox = outboxUnder(testKey);

/** Something that answers, on a free port. */
export async function listening(
  { fetch }: Pick<ReturnType<typeof buildApp>, 'fetch'>,
  limits: Partial<ConnectionLimits> = {},
): Promise<{ server: ServerType; url: string }> {
  const server = await listen({ fetch, port: 0, host: '127.0.0.1', limits });
  const address = server.address();
  return { server, url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}` };
}

/** The clock of a test stands still, and with it what limits would give back. */
const most = { most: 1_000_000, seconds: 60 };
const unlimited = { ordinary: most, costly: most, door: most, stranger: most };

/** Reached over plain HTTP, without a proxy. */
const nothingChanged = () => ({
  box: testSecretBox,
  tls: false,
  address: () => testAddress,
  publicUrl: undefined,
  trustedProxies: [],
  rateLimits: unlimited,
  outbox: testOutbox,
  openapi: readFileSync(join(root, 'api/openapi.json'), 'utf8'),
});

type Changed = Partial<
  Pick<
    AppParts,
    | 'address'
    | 'replica'
    | 'demo'
    | 'tls'
    | 'publicUrl'
    | 'webClient'
    | 'rateLimits'
    | 'outbox'
    | 'securityContact'
    | 'log'
    | 'metrics'
  >
> & {
  readonly connectionLimits?: Partial<ConnectionLimits>;
  /** What the product ships. */
  readonly catalogue?: Catalogue;
};

async function openParts(database: FreshDatabase, log: AppParts['log'], catalogue: Catalogue) {
  const pool = openPool(database.app, () => undefined);
  const documents = openDocuments();
  const plans = openPlanMaker();
  const live = await openLive(database.app, log);
  const content = await followContent({ db: pool.db, live, log }, catalogue);
  const close = async () => {
    await live.close();
    await documents.close();
    await plans.close();
    await pool.close();
  };
  return { db: pool.db, documents, plans, live, content, close };
}

/**
 * The whole server on a database of its own, listening on a free port, as `npm start` serves it where nothing is changed; or
 * `beside` another, on the database and by the clock of that one.
 */
export async function startTestServer(
  { connectionLimits = {}, catalogue = loadCatalogue(), ...changed }: Changed = {},
  beside?: TestServer,
): Promise<TestServer> {
  const database = beside?.database ?? (await freshDatabase());
  const errors: string[] = [];
  const clock = beside?.clock ?? { now: new Date('2026-11-21T03:00:00Z') };
  const log = openLog('error', { write: (line: string) => void errors.push(line) });
  const { close, ...parts } = await openParts(database, log, catalogue);
  const app = buildApp({ ...nothingChanged(), ...parts, log, now: () => clock.now, ...changed });
  const { server, url } = await listening(app, connectionLimits);
  const { db, live } = parts;
  return {
    database,
    db,
    url,
    live,
    clock,
    errors,
    async stop() {
      live.endStreams();
      await new Promise((resolve) => server.close(resolve));
      await close();
      if (!beside) await database.drop();
    },
  };
}
