import { useMutation, useQueryClient } from '@tanstack/react-query';
import { refusalWords } from '#web/platform/refusal.ts';
import { notify } from '#web/ui/notify.ts';
import { useAnswering } from '../answering.ts';
import { runQuery, sheet } from '../queries.ts';

/** Takes last year's answers of these items over, each to be confirmed; where one was given already the person chooses. */
export function useCarryOver() {
  const { path, autosave } = useAnswering();
  const client = useQueryClient();
  const { mutate, isPending } = useMutation(
    sheet.carryOver.mutationOptions({
      onSuccess: async (taken) => {
        await client.invalidateQueries({ queryKey: runQuery(path).queryKey });
        for (const { current, yours } of taken.conflicts) {
          if (current.value === null) autosave.change(current.itemId, yours, current);
          else autosave.raise(yours, current);
        }
        if (taken.written > 1) notify(`${taken.written}問に引き継ぎました。今も同じか、1問ずつ確かめてください。`);
      },
      onError: (error) => notify(`引き継げませんでした。${refusalWords(error)}`),
    }),
  );
  return { carryOver: (itemIds: readonly string[]) => mutate({ ...path, itemIds: [...itemIds] }), isPending };
}
