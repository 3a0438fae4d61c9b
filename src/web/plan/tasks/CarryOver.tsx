import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { fiscalYearLabel } from '#core/kernel/fiscal-year.ts';
import { isOpen } from '#core/plan/task.ts';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { Button } from '#web/ui/Button.tsx';
import { Callout } from '#web/ui/Callout.tsx';
import { notify } from '#web/ui/notify.ts';
import { plans, tasksQuery } from '../calls.ts';

type CarryOverProps = { readonly facilityId: string; readonly fiscalYear: number };

/** Offers to go on with what the year before has not finished. */
export function CarryOver({ facilityId, fiscalYear }: CarryOverProps) {
  const client = useQueryClient();
  const { data: before = [] } = useQuery(tasksQuery(facilityId, fiscalYear - 1));
  const act = useMutation(
    plans.carryOver.mutationOptions({
      onSuccess: async ({ carried }) => {
        notify(`${carried}件を持ち越しました。`);
        await client.invalidateQueries({ queryKey: plans.tasks.key() });
      },
    }),
  );
  const open = before.filter(isOpen).length;
  if (open === 0) return null;
  const year = fiscalYearLabel(fiscalYear - 1).replace(/（.*/, '');
  return (
    <Callout
      tone="note"
      title={`${year}に、終わっていない取り組みが${open}件あります。`}
      action={
        <Button
          pending={act.isPending ? '持ち越しています' : undefined}
          onPress={() => act.mutate({ facilityId, fiscalYear })}
        >
          この年度に持ち越す
        </Button>
      }
    >
      期限を1年あとにし、残りの費用を予定にします。
      <RefusalNote error={act.error} title="持ち越せませんでした。" />
    </Callout>
  );
}
