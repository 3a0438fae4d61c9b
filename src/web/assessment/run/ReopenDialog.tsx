import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { fieldFaults } from '#web/platform/refusal.ts';
import type { RunPath } from '#web/sheet/index.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { Form } from '#web/ui/Form.tsx';
import { notify } from '#web/ui/notify.ts';
import { TextArea } from '#web/ui/TextField.tsx';
import { assessment } from './calls.ts';

type ReopenDialogProps = { readonly path: RunPath; readonly onClose: () => void };

/** Asks for the reason and takes the submission back. */
export function ReopenDialog({ path, onClose }: ReopenDialogProps) {
  const [reason, setReason] = useState('');
  const { mutate, isPending, error } = useReopen(onClose);
  const faults = fieldFaults(error);
  const submit = () => mutate({ ...path, reason });
  return (
    <Dialog
      open
      alert
      onClose={onClose}
      title="提出を取り消しますか"
      actions={
        <>
          <Button onPress={onClose}>このままにする</Button>
          <Button look="danger" pending={isPending ? '取り消しています…' : undefined} onPress={submit}>
            提出を取り消す
          </Button>
        </>
      }
    >
      <p className="mb-4">
        回答を直せるようになります。もう一度提出するまで、この点検は結果の比較から外れます。取り消したことと理由は記録に残ります。
      </p>
      <Form onSubmit={submit} faults={faults}>
        <TextArea
          label="取り消す理由"
          name="reason"
          required
          maxLength={500}
          value={reason}
          onChange={setReason}
          error={faults.reason}
        />
        <RefusalNote error={error} title="取り消せませんでした" fields={['reason']} />
      </Form>
    </Dialog>
  );
}

function useReopen(onDone: () => void) {
  const client = useQueryClient();
  return useMutation(
    assessment.reopen.mutationOptions({
      onSuccess: async () => {
        await client.invalidateQueries();
        notify('提出を取り消しました。回答を直して、もう一度提出してください。');
        onDone();
      },
    }),
  );
}
