import type { QueryClient } from '@tanstack/react-query';
import { redirect } from '@tanstack/react-router';
import type { Session } from '#core/identity/contract.ts';
import { sessionQuery } from '#web/identity/index.ts';
import { refusalCode } from '#web/platform/refusal.ts';
import { rememberSignedIn } from '#web/platform/session-hint.ts';
import { hasSessionEnded, setSessionEnded } from './session-end.ts';

type Guarded = {
  readonly context: { readonly queryClient: QueryClient };
  readonly location: { readonly href: string };
};

/**
 * What is known of the session lets a page open at once, also while the connection is cut, and is read anew behind it.
 * Once the server has said that the session ended, only its own word lets a page open.
 */
async function readSession(client: QueryClient): Promise<Session> {
  if (!hasSessionEnded()) return client.ensureQueryData({ ...sessionQuery(), revalidateIfStale: true });
  const session = await client.fetchQuery({ ...sessionQuery(), staleTime: 0 });
  setSessionEnded(false);
  return session;
}

/** The session, or the way to signing in; the page asked for is kept as the way back. */
export async function findSession({ context, location }: Guarded): Promise<Session> {
  try {
    const session = await readSession(context.queryClient);
    rememberSignedIn(true);
    return session;
  } catch (error) {
    if (refusalCode(error) !== 'sign-in-required') throw error;
    rememberSignedIn(false);
    throw redirect({ to: '/sign-in', search: { return: location.href } });
  }
}

/** A session that lacks nothing; one without its second factor goes there first. */
export async function requireSession(guarded: Guarded): Promise<{ session: Session }> {
  const session = await findSession(guarded);
  if (session.pending !== 'none') {
    throw redirect({ to: '/second-factor', search: { return: guarded.location.href } });
  }
  return { session };
}
