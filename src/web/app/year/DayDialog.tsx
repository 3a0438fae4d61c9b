import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { yearStepTitles } from '#core/app/year/year-step.ts';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { fieldFaults } from '#web/platform/refusal.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { Form } from '#web/ui/Form.tsx';
import { notify } from '#web/ui/notify.ts';
import { TextField } from '#web/ui/TextField.tsx';
import { type ShownStep, yearQuery, years } from './queries.ts';

type DayDialogProps = { readonly facilityId: string; readonly step: ShownStep; readonly onClose: () => void };

/** Sets the day by which a step of the year is to be done. */
export function DayDialog({ facilityId, step, onClose }: DayDialogProps) {
  const client = useQueryClient();
  const [dueOn, setDueOn] = useState(step.dueOn);
  const title = yearStepTitles[step.id];
  const save = useMutation(
    years.setDay.mutationOptions({
      onSuccess: (year) => {
        client.setQueryData(yearQuery(facilityId).queryKey, year);
        notify(`「${title}」の期限を変えました。`);
        onClose();
      },
    }),
  );
  const faults = useMemo(() => fieldFaults(save.error), [save.error]);
  const send = () => {
    if (!save.isPending) save.mutate({ facilityId, step: step.id, dueOn });
  };
  const actions = (
    <>
      <Button onPress={onClose}>やめる</Button>
      <Button look="primary" onPress={send} pending={save.isPending ? '保存しています' : undefined}>
        期限を保存する
      </Button>
    </>
  );
  return (
    <Dialog open onClose={onClose} title={`「${title}」の期限を変える`} actions={actions}>
      <Form onSubmit={send} faults={faults}>
        <RefusalNote error={save.error} title="保存できませんでした" fields={['dueOn']} />
        <TextField
          label="期限"
          name="dueOn"
          type="date"
          help="今年度のうち（4月1日から3月31日まで）の日にしてください。"
          value={dueOn}
          onChange={setDueOn}
          error={faults.dueOn}
        />
      </Form>
    </Dialog>
  );
}
