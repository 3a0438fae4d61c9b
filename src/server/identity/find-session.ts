import type { Kysely } from 'kysely';
import type { Tables } from '../platform/database/tables.ts';
import type { Actor } from '../platform/http/context.ts';
import { hashToken } from './secret-token.ts';
import { findSession } from './sign-in-repository.ts';

/** The person behind a session cookie, with the roles held at the facility of the path: one statement. */
export async function findActor(
  db: Kysely<Tables>,
  { token, facilityId, now }: { readonly token: string; readonly facilityId?: string | undefined; readonly now: Date },
): Promise<Actor | undefined> {
  const tokenHash = hashToken(token);
  const row = await findSession(db, { tokenHash, facilityId, now });
  return (
    row && {
      personId: row.person_id,
      name: row.person_name,
      tokenHash,
      secondFactor: row.second_factor,
      secondFactorEnrolled: row.second_factor_enrolled,
      systemRoles: row.system_roles,
      roles: row.roles,
      anyRoles: row.any_roles,
      steppedUpAt: row.stepped_up_at,
    }
  );
}
