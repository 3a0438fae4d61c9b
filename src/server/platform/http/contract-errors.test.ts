import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { endpoint } from '#core/kernel/contract.ts';
import { type FreshDatabase, freshDatabase } from '../database/testing/fresh-database.ts';
import { asContractError } from './contract-errors.ts';

let database: FreshDatabase;
let client: pg.Client;
beforeAll(async () => {
  database = await freshDatabase();
  client = new pg.Client(database.app);
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

const toldOf = (statement: string, values: readonly unknown[]) =>
  client.query(statement, [...values]).then(
    () => undefined,
    (error: unknown) => asContractError(endpoint, error),
  );

test.each([
  ['as text', 'select $1::text', 'a\u0000b'],
  ['as JSON, NUL', 'select $1::jsonb', JSON.stringify('a\u0000b')],
  ['as JSON, half a character', 'select $1::jsonb', JSON.stringify('\ud83d')],
  ['as another type', 'select $1::int', 'many'],
])('what the database cannot hold %s is a fault of the input', async (_, statement, value) => {
  expect(await toldOf(statement, [value])).toMatchObject({
    code: 'input-not-valid',
    status: 400,
    data: { faults: [{ code: 'character-not-usable', message: expect.stringMatching(/使えない文字/) }] },
  });
});

test('an error of our own stays one', async () => {
  expect(await toldOf('select none from nowhere', [])).toMatchObject({ code: '42P01' });
});
