import type { Kysely } from 'kysely';
import type { Tables } from '../platform/database/tables.ts';
import type { Actor } from '../platform/http/context.ts';
import { hashToken } from './secret-token.ts';
import { findSession } from './sign-in-repository.ts';

/** The person behind a session cookie, with the roles held at the facility of the path: one statement. */
export async function findActor(
  db: Kysely<Tables>,
  {
    token,
    facilityId,
    now,
    unattended = false,
  }: {
    readonly token: string;
    readonly facilityId?: string | undefined;
    readonly now: Date;
    readonly unattended?: boolean;
  },
): Promise<Actor | undefined> {
  const tokenHash = hashToken(token);
  const row = await findSession(db, { tokenHash, facilityId, now, unattended });
  return (
    row && {
      personId: row.person_id,
      name: row.person_name,
      tokenHash,
      secondFactor: row.second_factor,
      secondFactorEnrolled: row.totp_confirmed,
      systemRoles: row.system_roles,
      roles: row.roles,
      anyRoles: row.any_roles,
    }
  );
}
