import type { Consent, OrganisationKind } from '#core/organisation/organisation.ts';
import type { Membership } from '#core/organisation/organisations-contract.ts';
import { inJapanese } from '../platform/database/in-japanese.ts';
import type { FacilityTx, OrganisationTx } from '../platform/database/transaction.ts';

type Key = { readonly facilityId: string; readonly organisationId: string };

const membershipsOf = (tx: FacilityTx, facilityId: string) =>
  tx
    .selectFrom('organisation_facility as m')
    .innerJoin('organisation as o', 'o.id', 'm.organisation_id')
    .select(['o.id', 'o.kind', 'o.name', 'o.prefecture'])
    .select(['m.proposed_at as proposedAt', 'm.confirmed_at as confirmedAt', 'm.shows'])
    .where('m.facility_id', '=', facilityId)
    .orderBy('o.name');

type Row = Awaited<ReturnType<ReturnType<typeof membershipsOf>['executeTakeFirstOrThrow']>>;

const asMembership = ({ id, kind, name, prefecture, ...row }: Row): Membership => ({
  organisation: { id, kind: kind as OrganisationKind, name, prefecture },
  ...row,
});

/** The corporations and networks a facility belongs to or is asked to. */
export const findMemberships = async (tx: FacilityTx, facilityId: string): Promise<Membership[]> =>
  (await membershipsOf(tx, facilityId).execute()).map(asMembership);

export async function findMembership(
  tx: FacilityTx,
  { facilityId, organisationId }: Key,
): Promise<Membership | undefined> {
  const row = await membershipsOf(tx, facilityId).where('o.id', '=', organisationId).executeTakeFirst();
  return row && asMembership(row);
}

/** The facilities of an organisation, those that are only proposed too. */
export async function findMemberFacilities(tx: OrganisationTx, organisationId: string) {
  const rows = await tx
    .selectFrom('organisation_facility as m')
    .innerJoin('facility as f', 'f.id', 'm.facility_id')
    .select(['f.id', 'f.name', 'f.city', 'm.proposed_at as proposedAt', 'm.confirmed_at as confirmedAt', 'm.shows'])
    .where('m.organisation_id', '=', organisationId)
    .orderBy(inJapanese('f.name'))
    .execute();
  return rows.map(({ id, name, city, ...row }) => ({ facility: { id, name, city }, ...row }));
}

/** Puts the facility up for the organisation, to be confirmed there; false where it stands already. */
export async function insertProposal(
  tx: OrganisationTx,
  { facilityId, organisationId }: Key,
  by: { readonly personId: string; readonly at: Date },
): Promise<boolean> {
  const added = await tx
    .insertInto('organisation_facility')
    .values({
      facility_id: facilityId,
      organisation_id: organisationId,
      proposed_by: by.personId,
      proposed_at: by.at,
      confirmed_by: null,
      confirmed_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return added.numInsertedOrUpdatedRows === 1n;
}

/** Joins, confirms or changes what is shown, as the facility's administrator says. */
export async function saveMembership(
  tx: FacilityTx,
  { facilityId, organisationId }: Key,
  by: { readonly personId: string; readonly at: Date; readonly shows: Consent },
): Promise<void> {
  const confirmed = { confirmed_by: by.personId, confirmed_at: by.at, shows: by.shows };
  await tx
    .insertInto('organisation_facility')
    .values({
      facility_id: facilityId,
      organisation_id: organisationId,
      proposed_by: by.personId,
      proposed_at: by.at,
      ...confirmed,
    })
    .onConflict((conflict) => conflict.columns(['facility_id', 'organisation_id']).doUpdateSet(confirmed))
    .execute();
}

/** Ends a membership or a proposal; false where there is none. */
export async function deleteMembership(
  tx: FacilityTx | OrganisationTx,
  { facilityId, organisationId }: Key,
): Promise<boolean> {
  const ended = await (tx as FacilityTx)
    .deleteFrom('organisation_facility')
    .where('facility_id', '=', facilityId)
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst();
  return ended.numDeletedRows === 1n;
}
