import { type Insertable, sql, type Transaction } from 'kysely';
import type { SupportScope } from '#core/identity/role.ts';
import { stateOf } from '#core/organisation/support-agreement.ts';
import type { Agreement } from '#core/organisation/support-contract.ts';
import type { SupportTables } from '../platform/database/above-tables.ts';
import type { Tables } from '../platform/database/tables.ts';
import type { OrganisationTx } from '../platform/database/transaction.ts';

/** Both sides of an agreement read and write it; row security shows each its own. */
export type EitherTx = Transaction<Pick<Tables, 'support_agreement' | 'support_entry' | 'organisation' | 'facility'>>;
export type Side = { readonly facilityId: string } | { readonly organisationId: string };

const agreementsOf = (tx: EitherTx, side: Side) =>
  tx
    .selectFrom('support_agreement as a')
    .innerJoin('organisation as o', 'o.id', 'a.organisation_id')
    .innerJoin('facility as f', 'f.id', 'a.facility_id')
    .select(['a.id', 'a.purpose', 'a.scope', 'a.made_at', 'a.ends_at', 'a.accepted_at', 'a.ended_at'])
    .select(['o.id as organisationId', 'o.name as organisationName', 'f.id as facilityId', 'f.name as facilityName'])
    .select(
      sql<Date | null>`(select max(e.last_at) from support_entry e
        where e.facility_id = a.facility_id and e.agreement_id = a.id)`.as('lastEntryAt'),
    )
    .$if('facilityId' in side, (all) => all.where('a.facility_id', '=', 'facilityId' in side ? side.facilityId : ''))
    .$if('organisationId' in side, (all) =>
      all.where('a.organisation_id', '=', 'organisationId' in side ? side.organisationId : ''),
    );

type Row = Awaited<ReturnType<ReturnType<typeof agreementsOf>['executeTakeFirstOrThrow']>>;

const asAgreement = (row: Row, now: Date): Agreement => ({
  id: row.id,
  organisation: { id: row.organisationId, name: row.organisationName },
  facility: { id: row.facilityId, name: row.facilityName },
  state: stateOf({ acceptedAt: row.accepted_at, endedAt: row.ended_at, endsAt: row.ends_at }, now),
  purpose: row.purpose,
  scope: row.scope as SupportScope[],
  madeAt: row.made_at,
  endsAt: row.ends_at,
  endedAt: row.ended_at,
  lastEntryAt: row.lastEntryAt,
});

/** The agreements of a facility or of an organisation, newest first. */
export async function findAgreements(tx: EitherTx, side: Side, now: Date): Promise<Agreement[]> {
  const rows = await agreementsOf(tx, side).orderBy('a.made_at', 'desc').orderBy('a.id').execute();
  return rows.map((row) => asAgreement(row, now));
}

export async function findAgreement(tx: EitherTx, side: Side, id: string, now: Date): Promise<Agreement> {
  return asAgreement(await agreementsOf(tx, side).where('a.id', '=', id).executeTakeFirstOrThrow(), now);
}

/** An agreement of this side held until the transaction ends; undefined where there is none. */
export async function lockAgreement(tx: EitherTx, side: Side, id: string) {
  const row = await tx
    .selectFrom('support_agreement')
    .selectAll()
    .where('id', '=', id)
    .$if('facilityId' in side, (all) => all.where('facility_id', '=', 'facilityId' in side ? side.facilityId : ''))
    .$if('organisationId' in side, (all) =>
      all.where('organisation_id', '=', 'organisationId' in side ? side.organisationId : ''),
    )
    .forNoKeyUpdate()
    .executeTakeFirst();
  return row && { ...row, acceptedAt: row.accepted_at, endedAt: row.ended_at, endsAt: row.ends_at };
}

/** The agreements between the two, held against a second one made at the same time. */
export async function lockBetween(tx: EitherTx, of: { readonly facilityId: string; readonly organisationId: string }) {
  const { facilityId, organisationId } = of;
  await sql`select pg_advisory_xact_lock(hashtextextended(${facilityId + organisationId}, 11))`.execute(tx);
  const rows = await tx
    .selectFrom('support_agreement')
    .select(['accepted_at', 'ended_at', 'ends_at'])
    .where('facility_id', '=', facilityId)
    .where('organisation_id', '=', organisationId)
    .execute();
  return rows.map((row) => ({ acceptedAt: row.accepted_at, endedAt: row.ended_at, endsAt: row.ends_at }));
}

export const insertAgreement = (tx: EitherTx, row: Insertable<SupportTables['support_agreement']>) =>
  tx.insertInto('support_agreement').values(row).execute();

type Key = { readonly facility_id: string; readonly id: string };

export const saveAcceptance = (tx: EitherTx, { facility_id, id }: Key, by: { personId: string; at: Date }) =>
  tx
    .updateTable('support_agreement')
    .set({ accepted_by: by.personId, accepted_at: by.at })
    .where('facility_id', '=', facility_id)
    .where('id', '=', id)
    .execute();

export const saveEnd = (
  tx: EitherTx,
  { facility_id, id }: Key,
  by: { personId: string; at: Date; side: 'facility' | 'organisation' },
) =>
  tx
    .updateTable('support_agreement')
    .set({ ended_by: by.personId, ended_at: by.at, ended_side: by.side })
    .where('facility_id', '=', facility_id)
    .where('id', '=', id)
    .execute();

/** The facilities with an agreement that has not been ended. */
export async function facilitiesSupportedNow(tx: OrganisationTx, organisationId: string): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('support_agreement')
    .select('facility_id')
    .distinct()
    .where('organisation_id', '=', organisationId)
    .where('ended_at', 'is', null)
    .where('accepted_at', 'is not', null)
    .execute();
  return rows.map((row) => row.facility_id);
}
