import type { Kysely } from 'kysely';
import type { Tables } from '../platform/database/tables.ts';
import type { Actor } from '../platform/http/context.ts';
import { hashToken } from './secret-token.ts';
import { findOrganisationRoles, findSession } from './sign-in-repository.ts';

/** The person behind a session cookie, with the roles held at the facility of the path: one statement, or two for an organisation. */
export async function findActor(
  db: Kysely<Tables>,
  {
    token,
    facilityId,
    organisationId,
    now,
    unattended = false,
  }: {
    readonly token: string;
    readonly facilityId?: string | undefined;
    readonly organisationId?: string | undefined;
    readonly now: Date;
    readonly unattended?: boolean;
  },
): Promise<Actor | undefined> {
  const tokenHash = hashToken(token);
  const row = await findSession(db, { tokenHash, facilityId, now, unattended });
  const above = row && organisationId ? await findOrganisationRoles(db, organisationId, row.person_id) : undefined;
  return (
    row && {
      personId: row.person_id,
      name: row.person_name,
      tokenHash,
      secondFactor: row.second_factor,
      secondFactorEnrolled: row.second_factor_enrolled,
      systemRoles: row.system_roles,
      roles: above ?? row.roles,
      anyRoles: row.any_roles,
      steppedUpAt: row.stepped_up_at,
    }
  );
}
