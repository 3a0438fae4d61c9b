import { implement } from '@orpc/server';
import { accessTokenContract } from '#core/identity/access-token-contract.ts';
import type { RequestContext } from '../platform/http/context.ts';
import { listAccessTokens } from './list-access-tokens.ts';
import { makeAccessToken } from './make-access-token.ts';
import { revokeAccessToken } from './revoke-access-token.ts';

/** The contract of access tokens, each endpoint tied to its action. */
export function accessTokenRoutes() {
  const os = implement(accessTokenContract).$context<RequestContext>();
  return os.router({
    list: os.list.handler(({ context }) => context.inFacility(listAccessTokens)),
    make: os.make.handler(({ context, input }) => context.inFacility((facility) => makeAccessToken(facility, input))),
    revoke: os.revoke.handler(({ context, input }) =>
      context.inFacility((facility) => revokeAccessToken(facility, input.tokenId)),
    ),
  });
}
