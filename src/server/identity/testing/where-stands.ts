import type pg from 'pg';
import { inject } from 'vitest';
import type { TestServer } from '../../app/testing/test-server.ts';
import { withClient } from '../../platform/database/with-client.ts';

/** As it stands in text, in bytes, and in JSON that was written in ASCII alone. */
function formsOf(text: string): readonly string[] {
  const escaped = [...text].map((letter) =>
    letter < '\u0080' ? letter : `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return [text, Buffer.from(text).toString('hex'), escaped.join('')];
}

const tables = `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind = 'r' and n.nspname !~ '^pg_' and n.nspname <> 'information_schema' order by 1`;

type Place = Pick<TestServer, 'database'>;

/** Past every row policy, as whoever has the database in hand. */
export const pastPolicies = <T>({ database }: Place, work: (client: pg.Client) => Promise<T>): Promise<T> =>
  withClient({ ...inject('testCluster').administrator, database: database.owner.database ?? '' }, work);

/** Tables of the whole database, those of the jobs too, in which a text stands somewhere. */
export const whereStands = (place: Place, text: string): Promise<readonly string[]> =>
  pastPolicies(place, async (client) => {
    const found: string[] = [];
    for (const { name } of (await client.query<{ name: string }>(tables)).rows) {
      const { rowCount } = await client.query(
        `select from ${name} r, unnest($1::text[]) form where position(form in replace(r::text, '\\\\', '\\')) > 0 limit 1`,
        [formsOf(text)],
      );
      if (rowCount) found.push(name.replace('public.', ''));
    }
    return found;
  });
