import { type Kysely, sql } from 'kysely';
import type { Role } from '#core/identity/role.ts';
import type { Tables } from '../platform/database/tables.ts';
import type { Actor } from '../platform/http/context.ts';
import { hashToken } from './secret-token.ts';

type Row = {
  person_id: string;
  person_name: string;
  second_factor: boolean;
  totp_confirmed: boolean;
  system_roles: Role[];
  roles: Role[];
  any_roles: Role[];
};

/** The person behind a session cookie, with the roles held at the facility of the path: one statement. */
export async function findActor(
  db: Kysely<Tables>,
  token: string,
  facilityId: string | undefined,
): Promise<Actor | undefined> {
  const tokenHash = hashToken(token);
  const found = await sql<Row>`select * from find_session(${tokenHash}, ${facilityId ?? null}::uuid)`.execute(db);
  const row = found.rows[0];
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
