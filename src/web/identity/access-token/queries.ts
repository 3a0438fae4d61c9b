import { accessTokenContract } from '#core/identity/access-token-contract.ts';
import { queriesFor } from '#web/platform/api.ts';

export const accessToken = queriesFor(accessTokenContract);

export type ListedToken = Awaited<ReturnType<typeof accessToken.list.call>>[number];

export function accessTokensQuery(facilityId: string) {
  return accessToken.list.queryOptions({ input: { facilityId }, staleTime: 0 });
}
