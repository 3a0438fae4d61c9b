import { useMutation, useQueryClient } from '@tanstack/react-query';
import { refusalWords } from '#web/platform/refusal.ts';
import { runQuery, useAnswering } from '#web/sheet/index.ts';
import { notify } from '#web/ui/notify.ts';
import { compliance } from './calls.ts';

/** Takes the proposals of these items; where somebody answered meanwhile the person chooses. */
export function useTakeProposals(onDone: () => void) {
  const { path, autosave } = useAnswering();
  const client = useQueryClient();
  const { mutate, isPending } = useMutation(
    compliance.takeProposals.mutationOptions({
      onSuccess: async ({ written, conflicts }) => {
        await client.invalidateQueries({ queryKey: runQuery(path).queryKey });
        for (const { current, yours } of conflicts) autosave.raise(yours, current);
        notify(`${written}項目に提案を取り入れました。「いいえ」には目標日を入れてください。`);
        onDone();
      },
      onError: (error) => notify(`取り入れられませんでした。${refusalWords(error)}`),
    }),
  );
  return { take: (itemIds: readonly string[]) => mutate({ ...path, itemIds: [...itemIds] }), isPending };
}
