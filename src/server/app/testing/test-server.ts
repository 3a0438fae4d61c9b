import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ServerType, serve } from '@hono/node-server';
import type { Kysely } from 'kysely';
import pino from 'pino';
import { loadCatalogue } from '../../catalogue/index.ts';
import { secretBox } from '../../identity/index.ts';
import { openPool } from '../../platform/database/pool.ts';
import type { Tables } from '../../platform/database/tables.ts';
import { type FreshDatabase, freshDatabase } from '../../platform/database/testing/fresh-database.ts';
import { openDocuments } from '../../platform/documents/index.ts';
import { type AppParts, buildApp } from '../build-app.ts';
import { outboxUnder } from '../mail-parts.ts';

export type TestServer = {
  readonly database: FreshDatabase;
  readonly db: Kysely<Tables>;
  readonly url: string;
  /** What the server's clock says; tests move it. */
  readonly clock: { now: Date };
  /** Log lines of level error, which no test expects unless it says so. */
  readonly errors: string[];
  stop(): Promise<void>;
};

const root = join(import.meta.dirname, '../../../..');
const testKey = Buffer.alloc(32, 7);
export const testSecretBox = secretBox(testKey);
export const testOutbox = outboxUnder(testKey);

async function listening({ fetch }: ReturnType<typeof buildApp>): Promise<{ server: ServerType; url: string }> {
  const server = await new Promise<ServerType>((resolve) => {
    const started = serve({ fetch, port: 0, hostname: '127.0.0.1' }, () => resolve(started));
  });
  const address = server.address();
  return { server, url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}` };
}

type Changed = Partial<Pick<AppParts, 'demo' | 'tls' | 'publicUrl' | 'webClient' | 'outbox'>>;

/** The whole server on a database of its own, listening on a free port, as `npm start` serves it where nothing is changed. */
export async function startTestServer(changed: Changed = {}): Promise<TestServer> {
  const database = await freshDatabase();
  const pool = openPool(database.app, () => undefined);
  const documents = openDocuments();
  const errors: string[] = [];
  const clock = { now: new Date('2026-11-21T03:00:00Z') };
  const app = buildApp({
    db: pool.db,
    catalogue: loadCatalogue(),
    documents,
    box: testSecretBox,
    log: pino({ level: 'error' }, { write: (line: string) => void errors.push(line) }),
    now: () => clock.now,
    tls: false,
    publicUrl: undefined,
    trustedProxies: [],
    outbox: testOutbox,
    openapi: readFileSync(join(root, 'api/openapi.json'), 'utf8'),
    ...changed,
  });
  const { server, url } = await listening(app);
  return {
    database,
    db: pool.db,
    url,
    clock,
    errors,
    async stop() {
      await new Promise((resolve) => server.close(resolve));
      await documents.close();
      await pool.close();
      await database.drop();
    },
  };
}
