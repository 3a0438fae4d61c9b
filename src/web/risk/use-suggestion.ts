import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { notify } from '#web/ui/notify.ts';
import { risks } from './calls.ts';

/** Takes a suggestion into the register and opens it. */
export function useTaking(facilityId: string) {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation(
    risks.takeSuggestion.mutationOptions({
      onSuccess: async ({ id, number }) => {
        notify(`リスク${number}番に加えました。次に、大きさを見積もります。`);
        await navigate({ to: `/facilities/${facilityId}/risks/${id}` });
      },
      onError: () => client.invalidateQueries({ queryKey: risks.suggestedRisks.key() }),
    }),
  );
}

/** Sets a suggestion aside for this fiscal year, or brings it back. */
export function usePassing(onDone: () => void) {
  const client = useQueryClient();
  const again = () => client.invalidateQueries({ queryKey: risks.suggestedRisks.key() });
  return useMutation(
    risks.passSuggestion.mutationOptions({
      onSuccess: async (_list, { passed }) => {
        await again();
        notify(passed ? '今年度は取り上げないことにしました。' : '案に戻しました。');
        onDone();
      },
      onError: again,
    }),
  );
}
