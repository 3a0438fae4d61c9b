import pg from 'pg';
import { withClient } from '../../../platform/database/with-client.ts';
import type { TestServer } from '../test-server.ts';

const personTables = `
  select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attname = 'person_id'
    and not a.attisdropped and not c.relispartition
  order by 1`;

/** Every row of these people in every table that names people, past the policies; nothing of the work stays. */
export const rowsOfPeople = ({ database }: TestServer, ids: readonly string[]): Promise<readonly string[]> =>
  withClient(database.owner, async (owner) => {
    const { rows: tables } = await owner.query<{ name: string }>(personTables);
    const found: string[] = [];
    await owner.query('begin');
    for (const { name } of tables) {
      const table = pg.escapeIdentifier(name);
      await owner.query(`alter table ${table} no force row level security`);
      const { rows } = await owner.query<{ row: string }>(
        `select to_jsonb(t)::text as row from ${table} t where person_id = any ($1) order by 1`,
        [ids],
      );
      found.push(...rows.map(({ row }) => `${name} ${row}`));
    }
    await owner.query('rollback');
    return found;
  });
