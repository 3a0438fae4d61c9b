import type { FindActor } from '../platform/http/guard.ts';
import { findAccessToken } from './access-token-repository.ts';
import { hashToken } from './secret-token.ts';

/** The person an access token acts for, with the roles held at its facility where that is the one of the path. */
export const findTokenActor: FindActor = async (db, { token, facilityId, now }) => {
  const tokenHash = hashToken(token);
  const row = await findAccessToken(db, tokenHash, now);
  return (
    row && {
      personId: row.person_id,
      name: row.person_name,
      tokenHash,
      secondFactor: true,
      secondFactorEnrolled: true,
      systemRoles: [],
      roles: row.facility_id === facilityId?.toLowerCase() ? row.roles : [],
      anyRoles: row.roles,
      steppedUpAt: null,
      accessToken: { id: row.token_id, scopes: row.scopes },
    }
  );
};
