import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { RiskEdit } from '#core/risk/risk.ts';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { type FieldFaults, fieldFaults } from '#web/platform/refusal.ts';
import { useAtOpening } from '#web/platform/use-at-opening.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { Form } from '#web/ui/Form.tsx';
import { notify } from '#web/ui/notify.ts';
import { AcceptedNote } from './AcceptedNote.tsx';
import { risks, type ShownRisk } from './calls.ts';
import { RiskFields } from './RiskFields.tsx';
import { draftOf, riskOf } from './risk-draft.ts';
import { savedWords } from './risk-words.ts';

type RiskDialogProps = {
  readonly facilityId: string;
  /** Undefined for a risk that is added. */
  readonly risk: ShownRisk | undefined;
  readonly onClose: () => void;
};

const fields = [
  'title',
  'assets',
  'threat',
  'weakness',
  'careFunction',
  'outageHours',
  'patients',
  'leaked',
  'ownerId',
];

/** Adds a risk or changes what is said of one. */
export function RiskDialog({ facilityId, onClose, ...props }: RiskDialogProps) {
  const risk = useAtOpening(props.risk);
  const [draft, setDraft] = useState(() => draftOf(risk));
  const [missing, setMissing] = useState<FieldFaults>({});
  const { save, isPending, error } = useSaving({ facilityId, risk, onClose });
  const faults = useMemo(() => ({ ...fieldFaults(error), ...missing }), [error, missing]);
  const send = () => {
    const read = riskOf(draft);
    setMissing('faults' in read ? read.faults : {});
    if ('risk' in read && !isPending) save(read.risk);
  };
  const actions = (
    <>
      <Button onPress={onClose}>やめる</Button>
      <Button look="primary" onPress={send} pending={isPending ? '保存しています' : undefined}>
        {risk ? '内容を保存する' : 'リスクを加える'}
      </Button>
    </>
  );
  return (
    <Dialog open onClose={onClose} title={risk ? 'リスクの内容を直す' : 'リスクを加える'} actions={actions}>
      <Form onSubmit={send} faults={faults}>
        <RefusalNote error={error} title="保存できませんでした" fields={fields} />
        <AcceptedNote risk={risk} />
        <RiskFields
          {...{ facilityId, draft, faults }}
          standing={risk?.owner ?? null}
          change={(next) => setDraft({ ...draft, ...next })}
        />
      </Form>
    </Dialog>
  );
}

function useSaving({ facilityId, risk, onClose }: RiskDialogProps) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const again = () => client.invalidateQueries({ queryKey: risks.key() });
  const add = useMutation(
    risks.addRisk.mutationOptions({
      onSuccess: async ({ id, number }) => {
        notify(`リスク${number}番を加えました。次に、大きさを見積もります。`);
        onClose();
        await navigate({ to: `/facilities/${facilityId}/risks/${id}` });
      },
    }),
  );
  const edit = useMutation(
    risks.editRisk.mutationOptions({
      onSuccess: async ({ state }) => {
        await again();
        notify(savedWords('リスクの内容を直しました。', state));
        onClose();
      },
      onError: again,
    }),
  );
  const save = (typed: RiskEdit) =>
    risk
      ? edit.mutate({ facilityId, riskId: risk.id, revision: risk.revision, ...typed })
      : add.mutate({ facilityId, ...typed });
  return { save, isPending: add.isPending || edit.isPending, error: add.error ?? edit.error };
}
