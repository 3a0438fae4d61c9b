import { useMutation, useQueryClient } from '@tanstack/react-query';
import { notify } from '#web/ui/notify.ts';
import { leaving, leavingQuery } from './queries.ts';

/** Takes the announcement back: nothing was lost. */
export function useWithdrawal(facilityId: string, onDone: () => void) {
  const client = useQueryClient();
  const act = useMutation(
    leaving.withdraw.mutationOptions({
      onSuccess: () => {
        notify('利用を続けることにしました。これまでどおり使えます。');
        onDone();
      },
      onSettled: () => client.invalidateQueries({ queryKey: leavingQuery(facilityId).queryKey }),
    }),
  );
  return { withdraw: () => act.mutate({ facilityId }), error: act.error, pending: act.isPending };
}
