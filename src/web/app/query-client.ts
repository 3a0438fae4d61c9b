import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { refusalCode } from '#web/platform/refusal.ts';
import { setSessionEnded } from './session-end.ts';

function noticeEnd(error: unknown): void {
  if (refusalCode(error) === 'sign-in-required') setSessionEnded(true);
}

/** A refusal is an answer: asking again would only delay it. */
function retry(failures: number, error: unknown): boolean {
  return refusalCode(error) === undefined && failures < 1;
}

export function makeQueryClient(): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({ onError: noticeEnd }),
    mutationCache: new MutationCache({ onError: noticeEnd }),
    // Whether the network reaches the server only a call can tell: without one a call fails and says so, it never waits.
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry,
        refetchOnWindowFocus: false,
        networkMode: 'always',
        refetchOnReconnect: true,
      },
      mutations: { networkMode: 'always' },
    },
  });
}
