import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { yearTitle } from '#core/kernel/fiscal-year.ts';
import { countOf } from '#core/plan/task-summary.ts';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { Button } from '#web/ui/Button.tsx';
import { Callout } from '#web/ui/Callout.tsx';
import { notify } from '#web/ui/notify.ts';
import { plans, taskSumsQuery } from '../calls.ts';

type CarryOverProps = { readonly facilityId: string; readonly fiscalYear: number };

/** Offers to go on with what the year before has not finished. */
export function CarryOver({ facilityId, fiscalYear }: CarryOverProps) {
  const client = useQueryClient();
  const { data: before = [] } = useQuery(taskSumsQuery(facilityId, fiscalYear - 1));
  const act = useMutation(
    plans.carryOver.mutationOptions({
      onSuccess: async ({ carried }) => {
        notify(`${carried}件を持ち越しました。`);
        await client.invalidateQueries({ queryKey: plans.key() });
      },
    }),
  );
  const open = countOf(before, 'todo', 'doing');
  if (open === 0) return null;
  return (
    <Callout
      tone="note"
      title={`${yearTitle(fiscalYear - 1)}に、終わっていない取り組みが${open}件あります`}
      action={
        <Button
          pending={act.isPending ? '持ち越しています' : undefined}
          onPress={() => act.mutate({ facilityId, fiscalYear })}
        >
          {open}件を{yearTitle(fiscalYear)}に持ち越す
        </Button>
      }
    >
      持ち越すと、期限を1年あとにし、残りの費用を予定にします。
      <RefusalNote error={act.error} title="持ち越せませんでした" />
    </Callout>
  );
}
