import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { yearTitle } from '#core/kernel/fiscal-year.ts';
import type { Recurring } from '#core/plan/recurring.ts';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { Button } from '#web/ui/Button.tsx';
import { Callout } from '#web/ui/Callout.tsx';
import { Checkbox, CheckboxGroup } from '#web/ui/Checkbox.tsx';
import { ConfirmDialog } from '#web/ui/Dialog.tsx';
import { notify } from '#web/ui/notify.ts';
import { plans, recurringQuery } from '../calls.ts';
import { yearlyText } from '../yearly-text.ts';

type RecurringProps = { readonly facilityId: string; readonly fiscalYear: number };

/** Offers tasks of what was finished in former years and goes on every year. */
export function RecurringTasks({ facilityId, fiscalYear }: RecurringProps) {
  const { data = [] } = useQuery(recurringQuery(facilityId, fiscalYear));
  const [asking, setAsking] = useState(false);
  const left = data.filter(({ hasTask }) => !hasTask);
  if (left.length === 0) return null;
  return (
    <Callout
      tone="note"
      title={`前の年度までに終えた対策のうち、毎年続けるものが${left.length}件あります`}
      action={<Button onPress={() => setAsking(true)}>{yearTitle(fiscalYear)}の取り組みにする</Button>}
    >
      {asking && <Asking {...{ facilityId, fiscalYear, left }} onClose={() => setAsking(false)} />}
    </Callout>
  );
}

type AskingProps = RecurringProps & { readonly left: readonly Recurring[]; readonly onClose: () => void };

/** Shows what each takes in the year, and lets people leave some out. */
function Asking({ facilityId, fiscalYear, left, onClose }: AskingProps) {
  const client = useQueryClient();
  const [chosen, setChosen] = useState<readonly string[]>(() => left.map(({ measureId }) => measureId));
  const act = useMutation(
    plans.addRecurring.mutationOptions({
      onSuccess: async ({ added }) => {
        notify(`${added}件を取り組みにしました。`);
        onClose();
        await client.invalidateQueries({ queryKey: plans.key() });
      },
    }),
  );
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title={`毎年続ける対策を、${yearTitle(fiscalYear)}の取り組みにしますか`}
      confirm={`${chosen.length}件を取り組みにする`}
      pending={act.isPending ? '作っています' : undefined}
      onConfirm={() => act.mutate({ facilityId, fiscalYear, measureIds: [...chosen] })}
    >
      <RefusalNote error={act.error} title="取り組みにできませんでした" />
      <p className="mb-3 text-help">担当と期限の月日は、前と同じです。あとで直せます。</p>
      <CheckboxGroup label="取り組みにする対策" value={chosen} onChange={setChosen}>
        {left.map(({ measureId, title, ...effort }) => (
          <Checkbox key={measureId} value={measureId}>
            {title}
            <span className="block text-help text-solid-gray-700">{yearlyText(effort)}</span>
          </Checkbox>
        ))}
      </CheckboxGroup>
    </ConfirmDialog>
  );
}
