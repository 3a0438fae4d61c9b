import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { TreatmentEdit } from '#core/risk/treatment.ts';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { type FieldFaults, fieldFaults } from '#web/platform/refusal.ts';
import { useAtOpening } from '#web/platform/use-at-opening.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { Form } from '#web/ui/Form.tsx';
import { notify } from '#web/ui/notify.ts';
import { AcceptedNote } from './AcceptedNote.tsx';
import { risks, type ShownRisk, type ShownTreatment } from './calls.ts';
import { RemoveTreatment } from './RemoveTreatment.tsx';
import { savedWords } from './risk-words.ts';
import { TreatmentFields } from './TreatmentFields.tsx';
import { draftOf, treatmentOf } from './treatment-draft.ts';

type TreatmentDialogProps = {
  readonly facilityId: string;
  readonly risk: ShownRisk;
  /** Undefined for one that is added. */
  readonly treatment: ShownTreatment | undefined;
  readonly onClose: () => void;
};

const fields = ['what', 'reason', 'dueOn', 'doneOn', 'ownerId', 'lineId', 'measureId', 'taskId'];

/** Adds something that is done about a risk, or changes it. */
export function TreatmentDialog(props: TreatmentDialogProps) {
  const { facilityId, risk, treatment, onClose } = props;
  const [draft, setDraft] = useState(() => draftOf(treatment));
  const [missing, setMissing] = useState<FieldFaults>({});
  const { save, isPending, error } = useSaving({ ...props, risk: useAtOpening(risk) });
  const faults = useMemo(() => ({ ...fieldFaults(error), ...missing }), [error, missing]);
  const send = () => {
    const read = treatmentOf(draft);
    setMissing('faults' in read ? read.faults : {});
    if ('treatment' in read && !isPending) save(read.treatment);
  };
  const actions = (
    <>
      <Button onPress={onClose}>やめる</Button>
      <Button look="primary" onPress={send} pending={isPending ? '保存しています' : undefined}>
        {treatment ? '対応を保存する' : '対応を加える'}
      </Button>
    </>
  );
  return (
    <Dialog open onClose={onClose} title={treatment ? '対応を直す' : '対応を加える'} actions={actions}>
      <Form onSubmit={send} faults={faults}>
        <RefusalNote error={error} title="保存できませんでした" fields={fields} />
        {treatment && <AcceptedNote risk={risk} />}
        <TreatmentFields {...{ facilityId, risk, treatment, draft, faults }} change={setDraft} />
      </Form>
      {treatment && <RemoveTreatment {...{ facilityId, risk, treatment, onClose }} />}
    </Dialog>
  );
}

function useSaving({ facilityId, risk: { id: riskId, revision }, treatment, onClose }: TreatmentDialogProps) {
  const client = useQueryClient();
  const again = () => client.invalidateQueries({ queryKey: risks.key() });
  const saved = async ({ state }: ShownRisk) => {
    await again();
    notify(savedWords(treatment ? '対応を直しました。' : '対応を加えました。', state));
    onClose();
  };
  const add = useMutation(risks.addTreatment.mutationOptions({ onSuccess: saved, onError: again }));
  const edit = useMutation(risks.editTreatment.mutationOptions({ onSuccess: saved, onError: again }));
  const save = (typed: TreatmentEdit) =>
    treatment
      ? edit.mutate({ facilityId, riskId, treatmentId: treatment.id, revision, ...typed })
      : add.mutate({ facilityId, riskId, revision, ...typed });
  return { save, isPending: add.isPending || edit.isPending, error: add.error ?? edit.error };
}
