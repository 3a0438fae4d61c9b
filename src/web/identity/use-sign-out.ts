import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { endLive } from '#web/platform/live/live-line.ts';
import { refusalCode, refusalWords } from '#web/platform/refusal.ts';
import { rememberSignedIn } from '#web/platform/session-hint.ts';
import { notices, notify } from '#web/ui/notify.ts';
import { dropSession, identity } from './queries.ts';

/** Ends the session on the server and at the organisation's provider, forgets what was read, and opens a page for guests; false where it did not succeed. */
export function useSignOut(): (then?: string) => Promise<boolean> {
  const router = useRouter();
  const queryClient = useQueryClient();
  return async (then) => {
    let onward: string | null = null;
    try {
      onward = (await identity.signOut.call()).next;
    } catch (error) {
      if (refusalCode(error) !== 'sign-in-required') {
        notify(`サインアウトできませんでした。${refusalWords(error)}`);
        return false;
      }
    }
    endLive();
    rememberSignedIn(false);
    notices.clear();
    if (then === undefined && onward !== null) {
      dropSession(queryClient);
      window.location.assign(onward);
      return true;
    }
    await router.navigate({ href: then ?? '/sign-in?after=sign-out' });
    dropSession(queryClient);
    return true;
  };
}
