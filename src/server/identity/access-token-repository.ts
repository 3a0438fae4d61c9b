import { type Insertable, type Kysely, sql } from 'kysely';
import type { Role } from '#core/identity/role.ts';
import type { AccessTokenTables } from '../platform/database/person-tables.ts';
import type { Tables } from '../platform/database/tables.ts';
import type { FacilityTx } from '../platform/database/transaction.ts';

type Found = {
  readonly token_id: string;
  readonly facility_id: string;
  readonly person_id: string;
  readonly person_name: string;
  readonly scopes: string[];
  readonly roles: Role[];
};

/** The usable token of a secret with the roles of its person where it was made; notes that it was used. One statement. */
export async function findAccessToken(db: Kysely<Tables>, tokenHash: Buffer, now: Date): Promise<Found | undefined> {
  const found = await sql<Found>`select * from find_access_token(${tokenHash}, ${now})`.execute(db);
  return found.rows[0];
}

export const findAccessTokens = (tx: FacilityTx, facilityId: string, madeBy: string | undefined) =>
  tx
    .selectFrom('access_token')
    .innerJoin('person', 'person.id', 'access_token.person_id')
    .select(['access_token.id', 'access_token.name', 'access_token.scopes', 'made_at', 'expires_at', 'last_used_at'])
    .select(['revoked_at', 'person.id as personId', 'person.name as personName'])
    .where('facility_id', '=', facilityId)
    .$if(madeBy !== undefined, (all) => all.where('person_id', '=', madeBy ?? ''))
    .orderBy('made_at', 'desc')
    .orderBy('access_token.id')
    .limit(mostListed)
    .execute();

/** The newest; older ones have long run out. */
const mostListed = 500;

/** How many usable tokens the person has; others who make one for the same person wait until the transaction ends. */
export async function countUsable(tx: FacilityTx, facilityId: string, personId: string, now: Date): Promise<number> {
  await tx
    .selectFrom('member')
    .select('person_id')
    .where('facility_id', '=', facilityId)
    .where('person_id', '=', personId)
    .forUpdate()
    .execute();
  const { count } = await tx
    .selectFrom('access_token')
    .select((token) => token.fn.countAll<string>().as('count'))
    .where('facility_id', '=', facilityId)
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirstOrThrow();
  return Number(count);
}

export const insertAccessToken = (tx: FacilityTx, row: Insertable<AccessTokenTables['access_token']>) =>
  tx.insertInto('access_token').values(row).execute();

/** Holds a token not revoked yet and tells whose it is. */
export const lockAccessToken = (tx: FacilityTx, facilityId: string, id: string) =>
  tx
    .selectFrom('access_token')
    .select('person_id as personId')
    .where('facility_id', '=', facilityId)
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();

export const markRevoked = (tx: FacilityTx, facilityId: string, id: string, at: Date) =>
  tx
    .updateTable('access_token')
    .set({ revoked_at: at })
    .where('facility_id', '=', facilityId)
    .where('id', '=', id)
    .execute();
