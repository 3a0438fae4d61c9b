import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { RegulationEdit } from '#core/compliance/regulation/regulation.ts';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { fieldFaults } from '#web/platform/refusal.ts';
import { useAtOpening } from '#web/platform/use-at-opening.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { Form } from '#web/ui/Form.tsx';
import { notify } from '#web/ui/notify.ts';
import { compliance, regulationQuery, regulationsQuery, type ShownRegulation } from '../calls.ts';
import { RegulationFields } from './RegulationFields.tsx';

type RegulationDialogProps = {
  readonly facilityId: string;
  /** Undefined for one that is added. */
  readonly regulation: ShownRegulation | undefined;
  readonly onClose: () => void;
};

const empty: RegulationEdit = { kind: 'policy', title: '', clauseIds: [], reviewOn: null, withdrawn: false };

/** Adds a document to the register, or changes what it is. */
export function RegulationDialog({ facilityId, onClose, ...props }: RegulationDialogProps) {
  const regulation = useAtOpening(props.regulation);
  const [edit, setEdit] = useState<RegulationEdit>(() => editOf(regulation));
  const { add, change } = useSaving({ facilityId, regulation, onClose });
  const act = regulation ? change : add;
  const faults = useMemo(() => fieldFaults(act.error), [act.error]);
  const send = () => {
    if (act.isPending) return;
    const { withdrawn: _, ...added } = edit;
    if (!regulation) return add.mutate({ facilityId, ...added });
    change.mutate({ facilityId, regulationId: regulation.id, revision: regulation.revision, ...edit });
  };
  const actions = (
    <>
      <Button onPress={onClose}>やめる</Button>
      <Button look="primary" onPress={send} pending={act.isPending ? '保存しています' : undefined}>
        {regulation ? '保存する' : '文書を加える'}
      </Button>
    </>
  );
  return (
    <Dialog
      open
      onClose={onClose}
      title={regulation ? '文書の名前・条項・期限を直す' : '文書を加える'}
      actions={actions}
    >
      <Form onSubmit={send} faults={faults}>
        <RefusalNote error={act.error} title="保存できませんでした" fields={['title', 'kind', 'reviewOn']} />
        <RegulationFields
          {...{ facilityId, edit, faults, added: !regulation }}
          change={(next) => setEdit({ ...edit, ...next })}
        />
      </Form>
    </Dialog>
  );
}

function editOf(regulation: ShownRegulation | undefined): RegulationEdit {
  if (!regulation) return empty;
  const { kind, title, clauseIds, reviewOn, withdrawn } = regulation;
  return { kind, title, clauseIds, reviewOn, withdrawn };
}

function useSaving({ facilityId, regulation, onClose }: RegulationDialogProps) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const again = async () => {
    await client.invalidateQueries({ queryKey: regulationsQuery(facilityId).queryKey });
    const regulationId = regulation?.id;
    if (regulationId)
      await client.invalidateQueries({ queryKey: regulationQuery({ facilityId, regulationId }).queryKey });
  };
  const add = useMutation(
    compliance.addRegulation.mutationOptions({
      onSuccess: async ({ id }) => {
        await again();
        notify('文書を加えました。次に、本文を書きます。');
        await navigate({ href: `/facilities/${facilityId}/regulations/${id}` });
      },
    }),
  );
  const change = useMutation(
    compliance.editRegulation.mutationOptions({
      onSuccess: async () => {
        await again();
        notify('文書の名前・条項・期限を保存しました。');
        onClose();
      },
      onError: again,
    }),
  );
  return { add, change };
}
