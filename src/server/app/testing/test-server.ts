import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ServerType, serve } from '@hono/node-server';
import type { Kysely } from 'kysely';
import pino from 'pino';
import { loadCatalogue } from '../../catalogue/index.ts';
import { secretBox } from '../../identity/index.ts';
import { openPool } from '../../platform/database/pool.ts';
import type { Tables } from '../../platform/database/tables.ts';
import { freshDatabase } from '../../platform/database/testing/fresh-database.ts';
import { openDocuments } from '../../platform/documents/index.ts';
import { buildApp } from '../build-app.ts';

export type TestServer = {
  readonly db: Kysely<Tables>;
  readonly url: string;
  /** What the server's clock says; tests move it. */
  readonly clock: { now: Date };
  /** Log lines of level error, which no test expects unless it says so. */
  readonly errors: string[];
  stop(): Promise<void>;
};

const root = join(import.meta.dirname, '../../../..');
export const testSecretBox = secretBox(Buffer.alloc(32, 7));

/** The whole server on a database of its own, listening on a free port; `demo` as `npm start -- --demo` serves it. */
export async function startTestServer({ demo = false }: { readonly demo?: boolean } = {}): Promise<TestServer> {
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
    demo,
    openapi: readFileSync(join(root, 'api/openapi.json'), 'utf8'),
  });
  const server = await new Promise<ServerType>((resolve) => {
    const listening = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, () => resolve(listening));
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    db: pool.db,
    url: `http://127.0.0.1:${port}`,
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
