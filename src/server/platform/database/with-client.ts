import type pg from 'pg';
import { DatabaseClient } from './hosts/database-client.ts';

/** One connection for a few statements of set-up; the application itself works through its pool. */
export async function withClient<T>(config: pg.ClientConfig, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new DatabaseClient({ connectionTimeoutMillis: 10_000, ...config });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
