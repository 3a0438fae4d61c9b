import { type QueryExecutorProvider, sql } from 'kysely';
import type { Counted, RateLimit } from '#core/kernel/rate-limit.ts';

/** Counts a call for all processes on the database, by the same rule as `countCall`. One statement. */
export async function countTogether(
  db: QueryExecutorProvider,
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
