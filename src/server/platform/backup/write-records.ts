import { createHash } from 'node:crypto';
import type pg from 'pg';
import { backedUpTables, openSnapshot, readFacts, refuseUnreadable, waitingJobs } from './backup-repository.ts';
import { copiedRows } from './copied-rows.ts';
import { endLine, formatVersion, type Header, lineOf, rowsEnd, type TableSum } from './records.ts';

/** Told at the start of each table, and again with every bytes of it that are read. */
export type Progress = (table: string, place: number, of: number, bytes: number) => void;

export type Source = {
  readonly client: pg.Client;
  readonly product: string;
  readonly secrets: Header['secrets'];
  readonly progress?: Progress | undefined;
};

async function* plainRecords({ client, product, secrets, progress }: Source, sums: TableSum[]): AsyncGenerator<Buffer> {
  await openSnapshot(client);
  await refuseUnreadable(client);
  const { at, ...facts } = await readFacts(client);
  yield lineOf({ mamoriBackup: formatVersion, product, ...facts, at: at.toISOString(), secrets });
  const tables = [...(await backedUpTables(client)), waitingJobs];
  for (const [place, table] of tables.entries()) {
    const tell = (bytes: number) => progress?.(table.name, place + 1, tables.length, bytes);
    tell(0);
    yield lineOf({ table: table.name, columns: table.columns });
    const sum = yield* copiedRows(client, table, tell);
    yield rowsEnd;
    yield lineOf(sum);
    sums.push({ table: table.name, ...sum });
  }
  await client.query('rollback');
}

/** Everything of the installation as a stream of lines, read in one snapshot. `sums` tells the tables once it has ended. */
export async function* writeRecords(source: Source, sums: TableSum[]): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  for await (const bytes of plainRecords(source, sums)) {
    hash.update(bytes);
    yield bytes;
  }
  yield endLine(sums, hash.digest('hex'));
}
