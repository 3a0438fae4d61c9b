import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useMemo } from 'react';
import { liveContract } from '#core/app/live-contract.ts';
import { clientFor } from '#web/platform/api.ts';
import type { LiveCalls } from '#web/platform/live/live-calls.ts';
import { hasSessionEnded } from './session-end.ts';

const live = clientFor(liveContract);

/** The live path of a facility, as this person hears it. */
export function useLiveCalls(facilityId: string, personId: string): LiveCalls {
  const queryClient = useQueryClient();
  const router = useRouter();
  return useMemo(
    () => ({
      name: `mamori.live.${personId}.${facilityId}`,
      stream: (after, signal) =>
        live.stream({ facilityId }, { signal, ...(after !== undefined && { lastEventId: after }) }),
      ask: (after, signal) => live.changes({ facilityId, ...(after !== undefined && { after }) }, { signal }),
      // Whatever the pages show is asked for again, and says for itself that it may not be seen any more.
      ended: async () => {
        await queryClient.invalidateQueries();
        if (!hasSessionEnded()) await router.invalidate();
      },
    }),
    [facilityId, personId, queryClient, router],
  );
}
