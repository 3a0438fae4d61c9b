import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { fieldFaults } from '#web/platform/refusal.ts';
import { useAtOpening } from '#web/platform/use-at-opening.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { Form } from '#web/ui/Form.tsx';
import { notify } from '#web/ui/notify.ts';
import { TextField } from '#web/ui/TextField.tsx';
import { compliance, regulationQuery, type ShownRegulation } from '../calls.ts';
import { BlanksNote } from './BlanksNote.tsx';

type ApprovalDialogProps = {
  readonly facilityId: string;
  readonly regulation: ShownRegulation;
  readonly number: number;
  readonly onClose: () => void;
};

/** Approves the version that waits, as an executive, and says when it is looked over next. */
export function ApprovalDialog({ facilityId, number, onClose, ...props }: ApprovalDialogProps) {
  const regulation = useAtOpening(props.regulation);
  const client = useQueryClient();
  const path = { facilityId, regulationId: regulation.id };
  const [reviewOn, setReviewOn] = useState(regulation.reviewOn ?? '');
  const again = () => client.invalidateQueries({ queryKey: regulationQuery(path).queryKey });
  const approve = useMutation(
    compliance.approveDraft.mutationOptions({
      onSuccess: async () => {
        await again();
        notify(`第${number}版を承認しました。`);
        onClose();
      },
      onError: again,
    }),
  );
  const faults = useMemo(() => fieldFaults(approve.error), [approve.error]);
  const send = () => {
    if (!approve.isPending) approve.mutate({ ...path, revision: regulation.revision, reviewOn });
  };
  const actions = (
    <>
      <Button onPress={onClose}>やめる</Button>
      <Button look="primary" onPress={send} pending={approve.isPending ? '承認しています' : undefined}>
        第{number}版を承認する
      </Button>
    </>
  );
  return (
    <Dialog open onClose={onClose} title={`「${regulation.title}」第${number}版を承認する`} actions={actions}>
      <Form onSubmit={send} faults={faults}>
        <RefusalNote error={approve.error} title="承認できませんでした" fields={['reviewOn']} />
        <BlanksNote body={props.regulation.versions[0]?.body ?? ''} />
        <p>承認すると、この版はあとから変わりません。直すときは、次の版を作ります。</p>
        <TextField
          label="次に見直す日"
          name="reviewOn"
          type="date"
          required
          value={reviewOn}
          onChange={setReviewOn}
          error={faults.reviewOn}
        />
      </Form>
    </Dialog>
  );
}
