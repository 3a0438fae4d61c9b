import type { AccessToken } from '#core/identity/access-token-contract.ts';
import { may } from '#core/identity/role.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { findAccessTokens } from './access-token-repository.ts';

function stateOf({ revoked_at, expires_at }: { revoked_at: Date | null; expires_at: Date }, now: Date) {
  if (revoked_at) return 'revoked';
  return expires_at <= now ? 'expired' : 'usable';
}

/** The access tokens one may end, newest first. */
export async function listAccessTokens({ tx, facilityId, personId, roles, now }: FacilityContext) {
  const rows = await findAccessTokens(tx, facilityId, may(roles, 'token.manage') ? undefined : personId);
  return rows.map(
    (row): AccessToken => ({
      id: row.id,
      name: row.name,
      scopes: row.scopes,
      person: { id: row.personId, name: row.personName },
      madeAt: row.made_at,
      expiresAt: row.expires_at,
      lastUsedAt: row.last_used_at,
      state: stateOf(row, now),
    }),
  );
}
