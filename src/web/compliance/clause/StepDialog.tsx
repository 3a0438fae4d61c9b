import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { type ClauseStep, clauseStepTitles } from '#core/compliance/clause/clause-cycle.ts';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { fieldFaults } from '#web/platform/refusal.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { Form } from '#web/ui/Form.tsx';
import { notify } from '#web/ui/notify.ts';
import { TextArea } from '#web/ui/TextField.tsx';
import { clausesQuery, compliance, type ShownClause } from '../calls.ts';

type StepDialogProps = {
  readonly facilityId: string;
  readonly clause: ShownClause;
  readonly step: ClauseStep;
  readonly onClose: () => void;
};

const notes: Readonly<Record<ClauseStep, string>> = {
  instructed: '指示の内容（だれに、何を、いつまでに）',
  'carried-out': '実施したこと',
  reported: '報告の内容',
  'followed-up': '確かめたことと、次の指示',
};

/** Records a step, with words for who reads it later. */
export function StepDialog({ facilityId, clause, step, onClose }: StepDialogProps) {
  const client = useQueryClient();
  const [note, setNote] = useState('');
  const again = () => client.invalidateQueries({ queryKey: clausesQuery(facilityId).queryKey });
  const save = useMutation(
    compliance.setStep.mutationOptions({
      onSuccess: async () => {
        await again();
        notify(`「${clauseStepTitles[step]}」と記録しました。`);
        onClose();
      },
      onError: again,
    }),
  );
  const faults = useMemo(() => fieldFaults(save.error), [save.error]);
  const send = () => {
    const after = clause.steps.length;
    if (!save.isPending) save.mutate({ facilityId, clauseId: clause.id, step, note, after });
  };
  const actions = (
    <>
      <Button onPress={onClose}>やめる</Button>
      <Button look="primary" onPress={send} pending={save.isPending ? '記録しています' : undefined}>
        記録する
      </Button>
    </>
  );
  return (
    <Dialog open onClose={onClose} title={`「${clauseStepTitles[step]}」と記録する`} actions={actions}>
      <Form onSubmit={send} faults={faults}>
        <RefusalNote error={save.error} title="記録できませんでした" fields={['note']} />
        <p className="mb-1 text-help">
          {clause.label} {clause.text}
        </p>
        <TextArea
          label={notes[step]}
          name="note"
          maxLength={1_000}
          help="なくても記録できます。記録はあとから変わりません。"
          value={note}
          onChange={setNote}
          error={faults.note}
        />
      </Form>
    </Dialog>
  );
}
