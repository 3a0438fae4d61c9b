import { sql } from 'kysely';
import { heldInOrder, organisationRolesInOrder } from '#core/identity/member-roles.ts';
import type { Role, SystemRole } from '#core/identity/role.ts';
import { inJapanese } from '../platform/database/in-japanese.ts';
import type { PersonTx } from '../platform/database/transaction.ts';
import { findSecondFactors } from './person-repository.ts';

/** The facilities to which a person belongs. */
async function findOwnFacilities(tx: PersonTx, personId: string) {
  const rows = await tx
    .selectFrom('member')
    .innerJoin('facility', 'facility.id', 'member.facility_id')
    .select(['facility.id', 'facility.name', 'facility.city', 'facility.code', 'member.roles'])
    .where('member.person_id', '=', personId)
    .orderBy(inJapanese('facility.name'))
    .orderBy('facility.city')
    .orderBy('facility.code')
    .execute();
  return rows.map(({ roles, ...facility }) => ({ ...facility, roles: heldInOrder(roles as Role[]), support: null }));
}

type SupportedRow = {
  facility_id: string;
  facility_name: string;
  agreement_id: string;
  organisation_id: string;
  organisation_name: string;
  purpose: string;
  scope: Role[];
  ends_at: Date;
};

async function findPlaces(tx: PersonTx, facilityIds: readonly string[]) {
  if (facilityIds.length === 0) return new Map<string, { city: string; code: string | null }>();
  const rows = await tx.selectFrom('facility').select(['id', 'city', 'code']).where('id', 'in', facilityIds).execute();
  return new Map(rows.map(({ id, ...place }) => [id, place]));
}

/** The facilities a person may enter as a supporter now. */
async function findSupported(tx: PersonTx, personId: string, now: Date) {
  const { rows } = await sql<SupportedRow>`select * from supported_facilities(${personId}::uuid, ${now})`.execute(tx);
  const places = await findPlaces(
    tx,
    rows.map(({ facility_id }) => facility_id),
  );
  return rows.map((row) => ({
    id: row.facility_id,
    name: row.facility_name,
    ...(places.get(row.facility_id) ?? { city: '', code: null }),
    roles: heldInOrder(['supporter', ...row.scope]),
    support: {
      agreementId: row.agreement_id,
      organisationId: row.organisation_id,
      organisationName: row.organisation_name,
      purpose: row.purpose,
      endsAt: row.ends_at.toISOString(),
    },
  }));
}

async function findOrganisations(tx: PersonTx, personId: string) {
  const rows = await tx
    .selectFrom('organisation_member')
    .innerJoin('organisation', 'organisation.id', 'organisation_member.organisation_id')
    .select(['organisation.id', 'organisation.name', 'organisation_member.roles'])
    .where('organisation_member.person_id', '=', personId)
    .orderBy('organisation.name')
    .execute();
  return rows.map(({ roles, ...row }) => ({ ...row, roles: organisationRolesInOrder(roles as Role[]) }));
}

/** The connection of the own address by which the person can sign in. */
async function findOwnConnection(tx: PersonTx, personId: string) {
  const found = await tx
    .selectFrom('sso_identity as i')
    .innerJoin('sso_connection as c', 'c.issuer', 'i.issuer')
    .innerJoin('person_secret as s', 's.person_id', 'i.person_id')
    .select('c.name')
    .where('i.person_id', '=', personId)
    .where('c.ended_at', 'is', null)
    .where(sql<boolean>`split_part(s.email, '@', 2) = any (c.domains)`)
    .executeTakeFirst();
  return found ?? null;
}

/** The person with everything the session shows; undefined where there is none. */
export async function findSelf(tx: PersonTx, personId: string, now: Date) {
  const person = await tx
    .selectFrom('person')
    .innerJoin('person_secret', 'person_secret.person_id', 'person.id')
    .select(['person.id', 'person.name', 'person.system_roles'])
    .select(sql<boolean>`person_secret.password_hash is not null`.as('hasPassword'))
    .where('person.id', '=', personId)
    .executeTakeFirst();
  return (
    person && {
      ...person,
      systemRoles: person.system_roles as SystemRole[],
      secondFactors: await findSecondFactors(tx, personId),
      facilities: [...(await findOwnFacilities(tx, personId)), ...(await findSupported(tx, personId, now))],
      organisations: await findOrganisations(tx, personId),
      sso: await findOwnConnection(tx, personId),
    }
  );
}

/** Every role the person holds in the installation, at facilities and in organisations. */
export const rolesAnywhere = ({
  systemRoles,
  facilities,
  organisations,
}: NonNullable<Awaited<ReturnType<typeof findSelf>>>) => [
  ...systemRoles,
  ...[...facilities, ...organisations].flatMap((place): readonly Role[] => place.roles),
];
