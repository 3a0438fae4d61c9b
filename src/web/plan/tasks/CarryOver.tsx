import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { dayInJapan, japaneseDay, yearTitle } from '#core/kernel/fiscal-year.ts';
import { firstDayToCarry, mayCarryOver } from '#core/plan/task.ts';
import { countOf } from '#core/plan/task-summary.ts';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { Button } from '#web/ui/Button.tsx';
import { Callout } from '#web/ui/Callout.tsx';
import { ConfirmDialog } from '#web/ui/Dialog.tsx';
import { notify } from '#web/ui/notify.ts';
import { plans, taskSumsQuery } from '../calls.ts';

type CarryOverProps = { readonly facilityId: string; readonly fiscalYear: number };

/** Offers to go on with what the year before has not finished, once its last quarter has begun. */
export function CarryOver({ facilityId, fiscalYear }: CarryOverProps) {
  const { data: before = [] } = useQuery(taskSumsQuery(facilityId, fiscalYear - 1));
  const [asking, setAsking] = useState(false);
  const open = countOf(before, 'todo', 'doing');
  if (open === 0) return null;
  const may = mayCarryOver(fiscalYear, dayInJapan(new Date()));
  return (
    <Callout
      tone="note"
      title={`${yearTitle(fiscalYear - 1)}に、終わっていない取り組みが${open.toLocaleString('ja-JP')}件あります`}
      action={may && <Button onPress={() => setAsking(true)}>{yearTitle(fiscalYear)}に持ち越す</Button>}
    >
      {!may && `${japaneseDay(firstDayToCarry(fiscalYear))}から、この年度に持ち越せます。`}
      {asking && <Asking {...{ facilityId, fiscalYear, open }} onClose={() => setAsking(false)} />}
    </Callout>
  );
}

type AskingProps = CarryOverProps & { readonly open: number; readonly onClose: () => void };

/** Says what is going to happen, and asks once. */
function Asking({ facilityId, fiscalYear, open, onClose }: AskingProps) {
  const client = useQueryClient();
  const act = useMutation(
    plans.carryOver.mutationOptions({
      onSuccess: async ({ carried }) => {
        notify(`${carried.toLocaleString('ja-JP')}件を持ち越しました。`);
        onClose();
        await client.invalidateQueries({ queryKey: plans.key() });
      },
    }),
  );
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title={`${open.toLocaleString('ja-JP')}件を${yearTitle(fiscalYear)}に持ち越しますか`}
      confirm={`${open.toLocaleString('ja-JP')}件を持ち越す`}
      pending={act.isPending ? '持ち越しています' : undefined}
      onConfirm={() => act.mutate({ facilityId, fiscalYear })}
    >
      <RefusalNote error={act.error} title="持ち越せませんでした" />
      <ul className="ml-5 list-disc">
        <li>期限は、1年あとの日になります。</li>
        <li>予定の費用は、まだ使っていない分になります。</li>
        <li>やり取り・証跡・リスクの対応は、新しい取り組みから続けて見えます。</li>
        <li>{yearTitle(fiscalYear - 1)}の取り組みは「次の年度へ」になります。元には戻せません。</li>
      </ul>
    </ConfirmDialog>
  );
}
