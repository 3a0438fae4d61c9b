import { may } from '#core/identity/role.ts';
import { recordActivity } from '../platform/activity/record-activity.ts';
import type { FacilityContext } from '../platform/http/context.ts';
import { notFound } from '../platform/http/refusal.ts';
import { lockAccessToken, markRevoked } from './access-token-repository.ts';

/** Ends an access token at once: one's own, or anybody's where one administers the facility. */
export async function revokeAccessToken(context: FacilityContext, tokenId: string): Promise<void> {
  const { tx, facilityId, personId, roles, now } = context;
  const token = await lockAccessToken(tx, facilityId, tokenId);
  if (!token || (token.personId !== personId && !may(roles, 'token.manage'))) throw notFound();
  await recordActivity(context, 'identity.access-token-revoked', tokenId);
  await markRevoked(tx, facilityId, tokenId, now);
}
