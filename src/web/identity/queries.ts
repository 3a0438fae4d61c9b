import type { QueryClient } from '@tanstack/react-query';
import { useSuspenseQuery } from '@tanstack/react-query';
import { identityContract, type Session } from '#core/identity/contract.ts';
import { queriesFor } from '#web/platform/api.ts';
import { rememberSignedIn } from '#web/platform/session-hint.ts';

export const identity = queriesFor(identityContract);

export type Member = Awaited<ReturnType<typeof identity.members.call>>[number];

/** Who is signed in; refused with `sign-in-required` where nobody is. */
export function sessionQuery() {
  return identity.session.queryOptions({ staleTime: 5 * 60_000, retry: false });
}

export function useSession(): Session {
  return useSuspenseQuery(sessionQuery()).data;
}

/** Takes over the session an act has opened or changed; nothing another person has read stays behind. */
export function takeSession(queryClient: QueryClient, session: Session): void {
  const before = queryClient.getQueryData(sessionQuery().queryKey);
  if (before?.person.id !== session.person.id) queryClient.clear();
  queryClient.setQueryData(sessionQuery().queryKey, session);
  rememberSignedIn(true);
}

/** Forgets everything read while signed in. */
export function dropSession(queryClient: QueryClient): void {
  rememberSignedIn(false);
  queryClient.clear();
}

export function membersQuery(facilityId: string) {
  return identity.members.queryOptions({ input: { facilityId } });
}

export function invitationsQuery(facilityId: string) {
  return identity.invitations.queryOptions({ input: { facilityId } });
}

/** What an invitation offers; its link can be read until it is used. */
export function invitationQuery(token: string) {
  return identity.readInvitation.queryOptions({ input: { token }, retry: false, staleTime: Number.POSITIVE_INFINITY });
}
