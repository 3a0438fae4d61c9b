import { randomUUID } from 'node:crypto';
import type { GroupRule } from '#core/identity/sso/group-roles.ts';
import type { GroupsView } from '#core/identity/sso-contract.ts';
import { inJapanese } from '../../platform/database/in-japanese.ts';
import type { OrganisationTx } from '../../platform/database/transaction.ts';

type Shown = GroupsView['groups'][number];

/** Which group gives what, by group and facility. */
export async function findGroups(tx: OrganisationTx, organisationId: string): Promise<Shown[]> {
  const rows = await tx
    .selectFrom('sso_group as g')
    .leftJoin('facility as f', 'f.id', 'g.facility_id')
    .select(['g.id', 'g.group_value as group', 'f.id as facilityId', 'f.name as facilityName', 'g.roles'])
    .where('g.organisation_id', '=', organisationId)
    .orderBy('g.group_value')
    .orderBy(inJapanese('f.name'))
    .execute();
  return rows.map(({ id, group, facilityId, facilityName, roles }) => ({
    id,
    group,
    facility: facilityId !== null && facilityName !== null ? { id: facilityId, name: facilityName } : null,
    roles: roles as Shown['roles'],
  }));
}

/** The facilities that belong to the organisation, and whether they let its provider's people in. */
export async function findSsoFacilities(tx: OrganisationTx, organisationId: string) {
  const rows = await tx
    .selectFrom('organisation_facility as m')
    .innerJoin('facility as f', 'f.id', 'm.facility_id')
    .select(['f.id', 'f.name', 'm.sso_opened_at'])
    .where('m.organisation_id', '=', organisationId)
    .where('m.confirmed_at', 'is not', null)
    .orderBy(inJapanese('f.name'))
    .execute();
  return rows.map(({ id, name, sso_opened_at }) => ({ id, name, opened: sso_opened_at !== null }));
}

export const findConnectionName = (tx: OrganisationTx, organisationId: string) =>
  tx
    .selectFrom('sso_connection')
    .select(['name', 'groups_claim as groupsClaim'])
    .where('organisation_id', '=', organisationId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();

/** Gives a group these roles there, in the place of what it gave. */
export const saveGroup = (tx: OrganisationTx, organisationId: string, { group, facilityId, roles }: GroupRule) =>
  tx
    .insertInto('sso_group')
    .values({
      id: randomUUID(),
      organisation_id: organisationId,
      facility_id: facilityId,
      group_value: group,
      roles: [...roles],
    })
    .onConflict((same) =>
      same.columns(['organisation_id', 'facility_id', 'group_value']).doUpdateSet({ roles: [...roles] }),
    )
    .execute();

export async function deleteGroup(tx: OrganisationTx, organisationId: string, id: string): Promise<boolean> {
  const gone = await tx
    .deleteFrom('sso_group')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .executeTakeFirst();
  return gone.numDeletedRows === 1n;
}
