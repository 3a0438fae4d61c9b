import { type Kysely, sql } from 'kysely';
import type { Counted, RateLimit } from '#core/kernel/rate-limit.ts';
import type { Tables } from '../database/tables.ts';

/** Counts a call for all processes on the database, by the same rule as `countCall`. One statement. */
export async function countTogether(
  db: Kysely<Tables>,
  key: string,
  now: Date,
  { most, seconds }: RateLimit,
): Promise<Counted> {
  const { rows } = await sql<{ taken: boolean; paid: Date }>`
    select taken, paid from count_call(${key}, ${now}, ${most}::integer, ${seconds}::integer)`.execute(db);
  const [row] = rows;
  if (!row) throw new Error('count_call gave nothing');
  return { taken: row.taken, paidUntil: row.paid.getTime() };
}
