import type { FacilityTx } from '../../platform/database/transaction.ts';

export const findFacilityConnections = (tx: FacilityTx, facilityId: string) =>
  tx
    .selectFrom('organisation_facility as m')
    .innerJoin('sso_connection as c', 'c.organisation_id', 'm.organisation_id')
    .innerJoin('organisation as o', 'o.id', 'm.organisation_id')
    .select(['m.organisation_id as organisationId', 'o.name', 'm.sso_opened_at as openedAt'])
    .where('m.facility_id', '=', facilityId)
    .where('m.confirmed_at', 'is not', null)
    .where('c.ended_at', 'is', null)
    .orderBy('o.name')
    .execute();

export const lockFacilityMembership = (tx: FacilityTx, facilityId: string, organisationId: string) =>
  tx
    .selectFrom('organisation_facility')
    .select(['confirmed_at', 'sso_opened_at'])
    .where('facility_id', '=', facilityId)
    .where('organisation_id', '=', organisationId)
    .forUpdate()
    .executeTakeFirst();

type Key = { readonly facilityId: string; readonly organisationId: string };

/** Notes who opened the facility to the organisation's provider; null closes it, and the database ends what it opened. */
export const markSsoOpened = (
  tx: FacilityTx,
  { facilityId, organisationId }: Key,
  by: { readonly personId: string; readonly at: Date } | null,
) =>
  tx
    .updateTable('organisation_facility')
    .set({ sso_opened_by: by?.personId ?? null, sso_opened_at: by?.at ?? null })
    .where('facility_id', '=', facilityId)
    .where('organisation_id', '=', organisationId)
    .execute();
