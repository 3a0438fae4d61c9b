import { useMutation, useQueryClient } from '@tanstack/react-query';
import { itemsOf } from '#core/catalogue/sheet.ts';
import { refusalWords } from '#web/platform/refusal.ts';
import { Checkbox } from '#web/ui/Checkbox.tsx';
import { notify } from '#web/ui/notify.ts';
import { unbroken } from '#web/ui/unbroken.ts';
import { useAnswering } from '../answering.ts';
import { runQuery, sheet } from '../queries.ts';

/** Whether any vendor is under contract: without one, the items of the checklist on vendors are not to be filled in. */
export function VendorQuestion() {
  const { path, run, sheet: asked } = useAnswering();
  const labels = itemsOf(asked).flatMap(({ id, label = id, needsVendor }) => (needsVendor ? [label] : []));
  const client = useQueryClient();
  const { mutate, isPending } = useMutation(
    sheet.setWithoutVendor.mutationOptions({
      onSuccess: (now) => client.setQueryData(runQuery(path).queryKey, now),
      onError: (error) => notify(`変えられませんでした。${refusalWords(error)}`),
    }),
  );
  return (
    <div className="rounded-12 border border-solid-gray-100 bg-white px-4 py-2 sm:px-5">
      <Checkbox
        checked={run.withoutVendor}
        disabled={isPending || !run.may.assign}
        onChange={(withoutVendor) => mutate({ ...path, withoutVendor })}
      >
        医療情報システムの事業者と契約していない
        <span className="block text-help text-solid-gray-700">
          {unbroken(`契約している事業者が無ければ、${labels.join('と')}の記入は要りません。`)}
        </span>
      </Checkbox>
    </div>
  );
}
