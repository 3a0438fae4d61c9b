import type { QueryClient } from '@tanstack/react-query';
import { accountContract } from '#core/identity/account-contract.ts';
import { queriesFor } from '#web/platform/api.ts';
import { passkeysQuery } from '../passkey/passkey-queries.ts';

export const account = queriesFor(accountContract);

export function accountQuery() {
  return account.read.queryOptions();
}

export function ownSessionsQuery() {
  return account.sessions.queryOptions();
}

export type OwnSession = Awaited<ReturnType<typeof account.sessions.call>>[number];

/** What the account page shows, read anew each time it is opened. */
export function loadAccount(queryClient: QueryClient) {
  return Promise.all([
    queryClient.fetchQuery({ ...accountQuery(), staleTime: 0 }),
    queryClient.fetchQuery({ ...ownSessionsQuery(), staleTime: 0 }),
    queryClient.fetchQuery({ ...passkeysQuery(), staleTime: 0 }),
  ]);
}
