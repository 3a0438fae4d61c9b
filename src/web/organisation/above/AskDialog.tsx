import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { type FieldFaults, fieldFaults } from '#web/platform/refusal.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { Form } from '#web/ui/Form.tsx';
import { notify } from '#web/ui/notify.ts';
import { support, worklistQuery } from '../above-queries.ts';
import { TermsFields } from '../support/TermsFields.tsx';
import { emptyTerms, missingTerms } from '../support/terms-draft.ts';

type AskDialogProps = {
  readonly organisationId: string;
  readonly facility: { readonly id: string; readonly name: string };
  readonly onClose: () => void;
};

/** Asking a facility to let supporters in. */
export function AskDialog({ organisationId, facility, onClose }: AskDialogProps) {
  const client = useQueryClient();
  const [terms, setTerms] = useState(() => emptyTerms(new Date()));
  const [faults, setFaults] = useState<FieldFaults>({});
  const act = useMutation(
    support.ask.mutationOptions({
      onSuccess: async () => {
        notify(`${facility.name}に支援を申し込みました。`);
        onClose();
        await client.invalidateQueries({ queryKey: worklistQuery(organisationId).queryKey });
      },
      onError: (error) => setFaults(fieldFaults(error)),
    }),
  );
  const send = () => {
    const missing = missingTerms(terms);
    setFaults(missing);
    if (act.isPending || Object.keys(missing).length > 0) return;
    act.mutate({ organisationId, memberId: facility.id, ...terms, scope: [...terms.scope] });
  };
  const actions = (
    <>
      <Button onPress={onClose}>やめる</Button>
      <Button look="primary" onPress={send} pending={act.isPending ? '申し込んでいます' : undefined}>
        支援を申し込む
      </Button>
    </>
  );
  return (
    <Dialog open onClose={onClose} title={`${facility.name}に支援を申し込む`} actions={actions}>
      <Form onSubmit={send} faults={faults}>
        <RefusalNote error={act.error} title="申し込めませんでした" fields={['purpose', 'scope', 'endsOn']} />
        <TermsFields side="supporter" terms={terms} onChange={setTerms} faults={faults} />
      </Form>
    </Dialog>
  );
}
