import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../platform/database/testing/fresh-database.ts';
import { withClient } from '../../platform/database/with-client.ts';
import { whereStands } from './where-stands.ts';

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

const text = '探される 人';

test.each([
  ['in text', 'text', text],
  ['in a list', 'text[]', `{"${text}"}`],
  ['in JSON', 'jsonb', JSON.stringify({ deep: [{ name: text }] })],
  ['in JSON of ASCII alone', 'json', '{"name":"\\u63a2\\u3055\\u308c\\u308b \\u4eba"}'],
  ['in bytes', 'bytea', Buffer.from(`before ${text} after`)],
])('what stands %s is found, in any schema and behind every policy', async (_, type, value) => {
  await withClient(database.owner, async (client) => {
    await client.query('drop schema if exists apart cascade; create schema apart');
    await client.query(`create table apart.hidden (kept ${type})`);
    await client.query('insert into apart.hidden values ($1)', [value]);
    await client.query('alter table apart.hidden enable row level security, force row level security');
  });
  expect(await whereStands({ database }, text)).toEqual(['apart.hidden']);
  expect(await whereStands({ database }, 'いない人')).toEqual([]);
});
