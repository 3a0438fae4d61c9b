import { useMutation, useQueryClient } from '@tanstack/react-query';
import { notify } from '#web/ui/notify.ts';
import { leaving, leavingQuery } from './queries.ts';

/** Announces that the facility leaves. */
export function useAnnouncement(facilityId: string, onDone: () => void) {
  const client = useQueryClient();
  const act = useMutation(
    leaving.announce.mutationOptions({
      onSuccess: () => {
        notify('利用をやめると決めました。期限までは、利用を続けることに変えられます。');
        onDone();
      },
      onSettled: () => client.invalidateQueries({ queryKey: leavingQuery(facilityId).queryKey }),
    }),
  );
  return { announce: () => act.mutate({ facilityId }), error: act.error, pending: act.isPending };
}
