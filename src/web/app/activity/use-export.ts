import { useMutation } from '@tanstack/react-query';
import { handOver } from '#web/platform/hand-over.ts';
import type { ActivitySearch } from './activity-search.ts';
import { exportActivity } from './queries.ts';

/** Hands everything that was asked of the log to the browser as CSV. */
export function useExport(facilityId: string, search: ActivitySearch) {
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => exportActivity(facilityId, search),
    onSuccess: (file) => handOver(file, '操作の記録.csv'),
  });
  return { fetch: () => mutate(), pending: isPending, error };
}
