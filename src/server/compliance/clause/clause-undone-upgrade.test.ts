import { copyFile, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { migrate } from '../../platform/database/migrate.ts';
import { emptyDatabase } from '../../platform/database/testing/fresh-database.ts';
import { withClient } from '../../platform/database/with-client.ts';

const migrations = join(import.meta.dirname, '../../../../db/migrations');
const facility = '11111111-1111-4111-8111-111111111111';
const person = '22222222-2222-4222-8222-222222222222';
const ground = `insert into facility (id, name, prefecture, type, type_guessed) values ('${facility}', 'みなと病院', 14, 'hospital', false);
  insert into person (id, name) values ('${person}', '企画 進')`;
const request = (place: number) => `22222222-2222-4222-8222-00000000000${place}`;

const asked = (place: number, source: string) => `insert into decision_request
  (facility_id, id, kind, title, matter, effect, waiting, source, asked_by, asked_at) values
  ('${facility}', '${request(place)}', 'other', 'ガイドライン経営管理編 1①をできない理由を認めるか、対応させるかを決める', 'x', 'x', 'x',
   '${source}', '${person}', now())`;
const said = (place: number, outcome: string, until = 'null') => `insert into decision
  (facility_id, id, request_id, fiscal_year, number, outcome, reason, until, decided_by, decided_at) values
  ('${facility}', gen_random_uuid(), '${request(place)}', 2026, ${place}, '${outcome}', 'x', ${until}, '${person}', now())`;

test('what was decided of a clause in words that could mean either is asked anew; what waits is asked in the new words', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'mamori-clause-'));
  const database = await emptyDatabase();
  try {
    const names = (await readdir(migrations)).toSorted();
    const until = async (all: readonly string[]) => {
      for (const name of all) await copyFile(join(migrations, name), join(folder, name));
      await migrate({ owner: database.owner, say: () => undefined, folder });
    };
    await until(names.filter((name) => name < '0068'));
    const owner = { ...inject('testCluster').administrator, database: database.owner.database ?? '' };
    const rows = await withClient(owner, async (client) => {
      await client.query(ground);
      await client.query(asked(1, 'clause/GOV7-1-01/2026'));
      await client.query(said(1, 'approved'));
      await client.query(asked(2, 'clause/GOV7-1-02/2025'));
      await client.query(asked(3, 'clause/GOV7-1-02/2026'));
      await client.query(said(3, 'deferred', `'2026-12-31'`));
      await client.query(asked(4, 'tasks/2026'));
      await until(names);
      return client.query(
        'select id, kind, title, source, withdrawn_at is not null as gone from decision_request order by id',
      );
    });
    const former = 'ガイドライン経営管理編 1①をできない理由を認めるか、対応させるかを決める';
    expect(rows.rows).toEqual([
      { id: request(1), kind: 'other', title: former, source: 'clause/GOV7-1-01', gone: true },
      { id: request(2), kind: 'other', title: former, source: 'clause/GOV7-1-02', gone: true },
      {
        id: request(3),
        kind: 'clause-undone',
        title: 'ガイドライン経営管理編 1①ができない理由を認める',
        source: 'clause/GOV7-1-02',
        gone: false,
      },
      { id: request(4), kind: 'other', title: former, source: 'tasks/2026', gone: false },
    ]);
  } finally {
    await database.drop();
    await rm(folder, { recursive: true });
  }
});
