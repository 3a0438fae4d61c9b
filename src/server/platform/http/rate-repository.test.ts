import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { countCall } from '#core/kernel/rate-limit.ts';
import { openPool } from '../database/pool.ts';
import { type FreshDatabase, freshDatabase } from '../database/testing/fresh-database.ts';
import { countTogether } from './rate-repository.ts';

let database: FreshDatabase;
let owner: pg.Client;
let pool: ReturnType<typeof openPool>;
beforeAll(async () => {
  database = await freshDatabase();
  owner = new pg.Client(database.owner);
  await owner.connect();
  pool = openPool(database.app, () => undefined);
});
afterAll(async () => {
  await pool.close();
  await owner.end();
  await database.drop();
});

let keys = 0;
const newKey = () => {
  keys += 1;
  return `test:${keys}`;
};
const start = new Date('2026-11-21T03:00:00Z').getTime();

test('the database counts by the same rule as the memory of a process', async () => {
  const limits = fc.record({ most: fc.integer({ min: 1, max: 20 }), seconds: fc.integer({ min: 1, max: 60 }) });
  const steps = fc.array(fc.oneof(fc.integer({ min: 0, max: 5_000 }), fc.constantFrom(-200_000, -30_000, 200_000)), {
    minLength: 1,
    maxLength: 30,
  });
  await fc.assert(
    fc.asyncProperty(limits, steps, async (limit, waits) => {
      const key = newKey();
      let now = start;
      let paid: number | undefined;
      for (const wait of waits) {
        now += wait;
        const [expected, counted] = [
          countCall(paid, now, limit),
          await countTogether(pool.db, key, new Date(now), limit),
        ];
        paid = expected.paidUntil;
        expect(counted.taken).toBe(expected.taken);
        expect(Math.abs(counted.paidUntil - expected.paidUntil)).toBeLessThan(2);
      }
    }),
    { numRuns: 25 },
  );
});

test('of calls at the same moment through several connections no more are taken than the limit', async () => {
  const key = newKey();
  const limit = { most: 7, seconds: 60 };
  const counted = await Promise.all(
    Array.from({ length: 40 }, () => countTogether(pool.db, key, new Date(start), limit)),
  );
  expect(counted.filter(({ taken }) => taken)).toHaveLength(7);
});

test('counts that have run out do not pile up', async () => {
  const limit = { most: 5, seconds: 1 };
  for (let call = 0; call < 60; call += 1)
    await countTogether(pool.db, newKey(), new Date(start + call * 2_000), limit);
  await owner.query("select set_config('app.scope', 'rate', false)");
  const { rows } = await owner.query('select key from rate_count');
  expect(rows.length).toBeLessThan(10);
});
