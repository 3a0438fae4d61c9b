import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { Draft } from '#core/compliance/regulation/regulation.ts';
import { dayInJapan } from '#core/kernel/fiscal-year.ts';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { fieldFaults } from '#web/platform/refusal.ts';
import { useAtOpening } from '#web/platform/use-at-opening.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { Form } from '#web/ui/Form.tsx';
import { notify } from '#web/ui/notify.ts';
import { compliance, regulationQuery, type ShownRegulation } from '../calls.ts';
import { DraftFields } from './DraftFields.tsx';
import { FromTemplate } from './FromTemplate.tsx';

type DraftDialogProps = {
  readonly facilityId: string;
  readonly regulation: ShownRegulation;
  readonly onClose: () => void;
};

/** What writing the text of a document is called, by how far it has come. */
export function writingTitle({ versions: [newest] }: Pick<ShownRegulation, 'versions'>): string {
  if (!newest) return '本文を書く';
  return newest.approvedAt === null ? '案を書き直す' : '次の版の案を書く';
}

/** Begins from the version that waits, else from the text in force. */
function draftOf({ versions: [newest] }: ShownRegulation): Draft {
  const today = dayInJapan(new Date());
  if (!newest) return { validOn: today, changes: '初めて作った', body: '' };
  if (newest.approvedAt !== null) return { validOn: today, changes: '', body: newest.body };
  return { validOn: newest.validOn, changes: newest.changes, body: newest.body };
}

/** Writes the next version of a document, or writes the one anew that waits. */
export function DraftDialog({ facilityId, onClose, ...props }: DraftDialogProps) {
  const regulation = useAtOpening(props.regulation);
  const [draft, setDraft] = useState(() => draftOf(regulation));
  const save = useSaving({ facilityId, regulation, onClose });
  const faults = useMemo(() => fieldFaults(save.error), [save.error]);
  const { id: regulationId, revision, kind } = regulation;
  const send = () => {
    if (!save.isPending) save.mutate({ facilityId, regulationId, revision, ...draft });
  };
  const actions = (
    <>
      <Button onPress={onClose}>やめる</Button>
      <Button look="primary" onPress={send} pending={save.isPending ? '保存しています' : undefined}>
        案を保存する
      </Button>
    </>
  );
  return (
    <Dialog open onClose={onClose} title={writingTitle(regulation)} actions={actions}>
      <Form onSubmit={send} faults={faults}>
        <RefusalNote error={save.error} title="保存できませんでした" fields={['validOn', 'changes', 'body']} />
        <FromTemplate {...{ facilityId, kind }} onTake={(body) => setDraft({ ...draft, body })} />
        <DraftFields {...{ draft, faults }} change={(next) => setDraft({ ...draft, ...next })} />
      </Form>
    </Dialog>
  );
}

function useSaving({ facilityId, regulation, onClose }: DraftDialogProps) {
  const client = useQueryClient();
  const path = { facilityId, regulationId: regulation.id };
  const again = () => client.invalidateQueries({ queryKey: regulationQuery(path).queryKey });
  return useMutation(
    compliance.writeDraft.mutationOptions({
      onSuccess: async () => {
        await again();
        notify('案を保存しました。経営者の承認を待っています。');
        onClose();
      },
      onError: again,
    }),
  );
}
