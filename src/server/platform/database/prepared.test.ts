import { type Kysely, sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, openPool } from './pool.ts';
import type { Tables } from './tables.ts';
import { type FreshDatabase, freshDatabase } from './testing/fresh-database.ts';

let database: FreshDatabase;
let open: Database;
beforeAll(async () => {
  database = await freshDatabase();
  open = openPool(database.app, () => undefined);
});
afterAll(async () => {
  await open.close();
  await database.drop();
});

const keptIn = async (db: Kysely<Tables>) =>
  (await sql<{ statement: string }>`select statement from pg_prepared_statements`.execute(db)).rows;

test('a statement with parameters is planned once per connection, one without is not kept', () =>
  open.db.connection().execute(async (connection) => {
    for (const given of ['髙﨑', '𠮷']) {
      const { rows } = await sql<{ given: string }>`select ${given}::text as given`.execute(connection);
      expect(rows).toEqual([{ given }]);
    }
    expect(await keptIn(connection)).toEqual([{ statement: 'select $1::text as given' }]);
  }));

test('statements whose text keeps changing do not pile up without end', () =>
  open.db.connection().execute(async (connection) => {
    for (let length = 1; length <= 600; length += 1) {
      const { rows } = await sql`select 1 where 0 in (${sql.join(Array(length).fill(0))})`.execute(connection);
      expect(rows).toHaveLength(1);
    }
    expect(await keptIn(connection)).toHaveLength(500);
  }));
