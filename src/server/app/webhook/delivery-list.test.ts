import { afterAll, beforeAll, expect, test } from 'vitest';
import { withClient } from '../../platform/database/with-client.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { makeWorld, type World } from '../testing/world.ts';

let server: TestServer;
let world: World;
beforeAll(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
});
afterAll(() => server.stop());

const webhookId = '44444444-4444-4444-8444-444444444444';

test('the newest deliveries to a receiver are read from their index, however many were told', async () => {
  const plan = await withClient(server.database.owner, async (client) => {
    await client.query('begin');
    await client.query("select set_config('app.facility_id', $1, true)", [world.here.id]);
    for (const id of [webhookId, '55555555-5555-4555-8555-555555555555']) {
      await client.query(
        `insert into webhook (facility_id, id, title, address, acts, secret, made_at)
         values ($1, $2, 'x', 'https://example.jp/', '{x}', 'x', now())`,
        [world.here.id, id],
      );
    }
    await client.query('alter table webhook_delivery disable trigger user');
    await client.query(
      `insert into webhook_delivery (facility_id, id, webhook_id, act_id, act, occurred_at, state)
       select $1, gen_random_uuid(), w.id, gen_random_uuid(), 'x', timestamptz '2026-01-01' + n * interval '1 minute', 'delivered'
       from webhook w, generate_series(1, 5000) n where w.facility_id = $1`,
      [world.here.id],
    );
    await client.query('analyze webhook_delivery');
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(
      `explain select * from webhook_delivery where facility_id = $1 and webhook_id = $2
       order by occurred_at desc, id desc limit 50`,
      [world.here.id, webhookId],
    );
    await client.query('rollback');
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  });
  expect(plan).toMatch(/Index.* (using|on) webhook_delivery_newest\b/);
  expect(plan).not.toContain('Sort');
});
