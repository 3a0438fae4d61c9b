import { createHash } from 'node:crypto';
import type pg from 'pg';
import { to } from 'pg-copy-streams';
import type { BackedUpTable } from './backup-repository.ts';
import type { Sum } from './records.ts';

/** The rows of a table as PostgreSQL writes them, and at the end what they sum up to. */
export async function* copiedRows(
  client: pg.Client,
  { select }: BackedUpTable,
  tell?: (bytes: number) => void,
): AsyncGenerator<Buffer, Sum> {
  const stream = client.query(to(`copy (${select}) to stdout`));
  const hash = createHash('sha256');
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    hash.update(chunk);
    tell?.(chunk.length);
    yield chunk;
  }
  return { rows: stream.rowCount, sha256: hash.digest('hex') };
}

/** The same without the rows. */
export async function sumOf(client: pg.Client, table: BackedUpTable, tell: (bytes: number) => void): Promise<Sum> {
  const rows = copiedRows(client, table, tell);
  for (;;) {
    const { done, value } = await rows.next();
    if (done) return value;
  }
}
