import { randomUUID } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import type { NewOrganisation, Organisation, OrganisationKind } from '#core/organisation/organisation.ts';
import { inJapanese } from '../platform/database/in-japanese.ts';
import type { Tables } from '../platform/database/tables.ts';
import type { FacilityTx, SystemTx } from '../platform/database/transaction.ts';

const columns = ['organisation.id', 'organisation.kind', 'organisation.name', 'organisation.prefecture'] as const;
type Row = { id: string; kind: string; name: string; prefecture: number | null };
export const asOrganisation = (row: Row): Organisation => ({ ...row, kind: row.kind as OrganisationKind });

type AnyTx = Transaction<Pick<Tables, 'organisation'>>;

export async function findOrganisation(tx: AnyTx, id: string): Promise<Organisation | undefined> {
  const row = await tx.selectFrom('organisation').select(columns).where('id', '=', id).executeTakeFirst();
  return row && asOrganisation(row);
}

const mostFound = 20;

/** Organisations whose name holds the words, by name. */
export async function findOrganisations(tx: FacilityTx, words: string): Promise<Organisation[]> {
  const rows = await tx
    .selectFrom('organisation')
    .select(columns)
    .where(sql<boolean>`position(${words} in name) > 0`)
    .orderBy(inJapanese('name'))
    .limit(mostFound)
    .execute();
  return rows.map(asOrganisation);
}

/** Every organisation, with whether anybody belongs to it yet. */
export async function everyOrganisation(tx: SystemTx) {
  const rows = await tx
    .selectFrom('organisation')
    .select(columns)
    .select(sql<boolean>`organisation_has_members(organisation.id)`.as('members'))
    .orderBy('kind')
    .orderBy(inJapanese('name'))
    .execute();
  return rows.map(({ members, ...row }) => ({ ...asOrganisation(row), members }));
}

/** Adds an organisation; undefined where its kind has one of that name. */
export async function insertOrganisation(
  tx: SystemTx,
  organisation: NewOrganisation,
): Promise<Organisation | undefined> {
  const row = await tx
    .insertInto('organisation')
    .values({ id: randomUUID(), ...organisation })
    .onConflict((conflict) => conflict.columns(['kind', 'name']).doNothing())
    .returning(columns)
    .executeTakeFirst();
  return row && asOrganisation(row);
}

/** Held so that of two who invite the first administrator one comes after the other. */
export const lockOrganisation = (tx: SystemTx, id: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${id}, 11))`.execute(tx);
