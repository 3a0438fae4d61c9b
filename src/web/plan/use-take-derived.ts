import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { AnswerValue, Item } from '#core/catalogue/sheet.ts';
import { refusalCode, refusalWords } from '#web/platform/refusal.ts';
import { runQuery, sheet, useAnswering, useItem } from '#web/sheet/index.ts';
import { notify } from '#web/ui/notify.ts';
import { derivedQuery, plans } from './calls.ts';

/**
 * Confirms what is derived for an item. Where something of the answer is not sent yet, or nothing can be, it goes the way of
 * every answer, which keeps it on the device.
 */
export function useTakeDerived(item: Item, to: AnswerValue) {
  const { path, autosave } = useAnswering();
  const { answer, choose } = useItem(item);
  const client = useQueryClient();
  const chooseIt = () => choose({ value: to, note: answer.note });
  const { mutate, isPending } = useMutation(
    plans.takeDerived.mutationOptions({
      networkMode: 'always',
      onSuccess: async ({ written, conflicts }) => {
        await client.invalidateQueries({ queryKey: runQuery(path).queryKey });
        await client.invalidateQueries({ queryKey: derivedQuery(path).queryKey });
        await client.invalidateQueries({ queryKey: sheet.history.key({ input: { ...path, itemId: item.id } }) });
        for (const { current, yours } of conflicts) autosave.raise(yours, current);
        if (written + conflicts.length === 0) notify('見込みが変わりました。取り組みと証跡を確かめてください。');
      },
      onError: (error) => {
        if (refusalCode(error) === undefined) chooseIt();
        else notify(`答えられませんでした。${refusalWords(error)}`);
      },
    }),
  );
  const take = () => mutate({ ...path, itemId: item.id, note: answer.note, revision: answer.standing?.revision ?? 0 });
  return { confirm: answer.draft ? chooseIt : take, pending: isPending };
}
