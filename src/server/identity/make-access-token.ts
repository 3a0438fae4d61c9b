import { randomUUID } from 'node:crypto';
import { accessTokenPrefix, decideAccessToken } from '#core/identity/access-token.ts';
import type { MakeAccessToken } from '#core/identity/access-token-contract.ts';
import { recordActivity } from '../platform/activity/record-activity.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { refused } from '../platform/http/refusal.ts';
import { countUsable, insertAccessToken } from './access-token-repository.ts';
import { hashToken, newToken } from './secret-token.ts';

const dayMs = 24 * 60 * 60 * 1000;

function newAccessToken(days: number, now: Date) {
  const token = accessTokenPrefix + newToken().token;
  return { id: randomUUID(), token, expiresAt: new Date(now.getTime() + days * dayMs) };
}

/** Makes an access token for the person at the facility; its secret is handed out this once and never stored. */
export async function makeAccessToken(context: FacilityContext, { name, scopes, days }: MakeAccessToken) {
  const { tx, facilityId, personId, roles, now } = context;
  const usable = await countUsable(tx, facilityId, personId, now);
  const decision = decideAccessToken({ roles, scopes, usable });
  if (!decision.accepted) throw refused(decision.reason);
  const { id, token, expiresAt } = newAccessToken(days, now);
  await recordActivity(context, 'identity.access-token-made', id, { scopes: scopes.join(' '), days });
  await insertAccessToken(tx, {
    facility_id: facilityId,
    id,
    token_hash: hashToken(token),
    person_id: personId,
    name,
    scopes: [...scopes],
    made_at: now,
    expires_at: expiresAt,
    last_used_at: null,
    revoked_at: null,
  });
  return { id, token, expiresAt };
}
