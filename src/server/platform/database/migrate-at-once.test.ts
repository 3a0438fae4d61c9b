import { expect, test } from 'vitest';
import { migrate } from './migrate.ts';
import { emptyDatabase } from './testing/fresh-database.ts';
import { withClient } from './with-client.ts';

test('of several processes that start at once on an empty database one migrates it, and all come up', async () => {
  const database = await emptyDatabase();
  const said: string[] = [];
  const starts = [1, 2, 3, 4].map(() => migrate({ owner: database.owner, say: (line) => void said.push(line) }));
  await Promise.all(starts);
  expect(said).toHaveLength(1);
  const { rows } = await withClient(database.owner, (client) =>
    client.query<{ name: string; times: string }>('select name, count(*) as times from migration group by name'),
  );
  expect(rows.length).toBeGreaterThan(10);
  expect(rows.filter(({ times }) => times !== '1')).toEqual([]);
  await database.drop();
});
