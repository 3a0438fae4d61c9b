import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../platform/database/tables.ts';
import { asSystem } from '../../platform/database/transaction.ts';
import { eraseDecided } from './erase-for-somebody.ts';

const atOnce = 100;

/** Erases accounts that belong nowhere and were not used since, each in a transaction of its own. */
export async function eraseUnused(
  db: Kysely<Tables>,
  { since, now }: { readonly since: Date; readonly now: Date },
): Promise<void> {
  for (let found = atOnce; found === atOnce; ) {
    const { rows } = await asSystem(db, (tx) =>
      sql<{ id: string }>`select unused_accounts as id from unused_accounts(${since}, ${atOnce})`.execute(tx),
    );
    for (const { id: personId } of rows)
      await asSystem(db, (tx) => eraseDecided(tx, { personId, asked: 'rule', letters: [], at: now }));
    found = rows.length;
  }
}
