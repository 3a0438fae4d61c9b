import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { type ClauseStep, clauseStepTitles } from '#core/compliance/clause/clause-cycle.ts';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { currentOf, fieldFaults } from '#web/platform/refusal.ts';
import { Button } from '#web/ui/Button.tsx';
import { Callout } from '#web/ui/Callout.tsx';
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

/** Records the step that came next when the dialog was opened, with words for who reads it later. */
export function StepDialog({ facilityId, clause, onClose, ...props }: StepDialogProps) {
  const [{ step, after }] = useState({ step: props.step, after: clause.steps.length });
  const [note, setNote] = useState('');
  const save = useStep(facilityId, onClose);
  const faults = useMemo(() => fieldFaults(save.error), [save.error]);
  const newer = currentOf<ShownClause>(save.error, 'compliance/clause-changed');
  const send = () => {
    if (!save.isPending) save.mutate({ facilityId, clauseId: clause.id, step, note, after });
  };
  const actions = (
    <>
      <Button onPress={onClose}>{newer ? '閉じる' : 'やめる'}</Button>
      {!newer && (
        <Button look="primary" onPress={send} pending={save.isPending ? '記録しています' : undefined}>
          「{clauseStepTitles[step]}」と記録する
        </Button>
      )}
    </>
  );
  return (
    <Dialog open onClose={onClose} title={`「${clauseStepTitles[step]}」と記録する`} actions={actions}>
      <Form onSubmit={send} faults={faults}>
        {newer ? (
          <First clause={newer} />
        ) : (
          <RefusalNote error={save.error} title="記録できませんでした" fields={['note']} />
        )}
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

function useStep(facilityId: string, onClose: () => void) {
  const client = useQueryClient();
  const again = () => client.invalidateQueries({ queryKey: clausesQuery(facilityId).queryKey });
  return useMutation(
    compliance.setStep.mutationOptions({
      onSuccess: async (_, { step }) => {
        await again();
        notify(`「${clauseStepTitles[step]}」と記録しました。`);
        onClose();
      },
      onError: again,
    }),
  );
}

/** Who was first, and with what. */
function First({ clause: { steps } }: { readonly clause: ShownClause }) {
  const [last] = steps;
  if (!last) return null;
  const { step, doneBy, note } = last;
  return (
    <Callout tone="attention" announce title="ほかの人が先に記録しました">
      {doneBy.name}さんが「{clauseStepTitles[step]}」と記録しました。{note !== '' && `内容：${note}　`}
      ここに書いたことは、記録していません。
    </Callout>
  );
}
