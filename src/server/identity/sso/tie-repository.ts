import { sql } from 'kysely';
import type { PersonTx } from '../../platform/database/transaction.ts';
import { lockIdentity } from './identity-repository.ts';

const tiesOf = (tx: PersonTx, personId: string) =>
  tx
    .selectFrom('sso_identity')
    .select(['issuer', 'subject'])
    .where('person_id', '=', personId)
    .orderBy('issuer')
    .orderBy('subject')
    .execute();

/** Lets nobody come in by what the person is tied to until the transaction ends; whether there is anything. */
export async function lockTies(tx: PersonTx, personId: string): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`sso tie ${personId}`}, 14))`.execute(tx);
  const ties = await tiesOf(tx, personId);
  for (const tie of ties) await lockIdentity(tx, tie);
  return ties.length > 0;
}

/** The organisations by whose providers the person can come in. */
export async function findTiedOrganisations(tx: PersonTx, personId: string): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('sso_identity as i')
    .innerJoin('sso_connection as c', 'c.issuer', 'i.issuer')
    .select('c.organisation_id')
    .distinct()
    .where('i.person_id', '=', personId)
    .where('c.ended_at', 'is', null)
    .orderBy('c.organisation_id')
    .execute();
  return rows.map(({ organisation_id }) => organisation_id);
}

export const deleteTies = (tx: PersonTx, personId: string) =>
  tx.deleteFrom('sso_identity').where('person_id', '=', personId).execute();
