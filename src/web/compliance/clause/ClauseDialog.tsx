import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { ClauseEdit } from '#core/compliance/clause/clause-record.ts';
import { MemberSelect } from '#web/identity/index.ts';
import { NewerNote } from '#web/platform/NewerNote.tsx';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { currentOf, type FieldFaults, fieldFaults } from '#web/platform/refusal.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { Form } from '#web/ui/Form.tsx';
import { notify } from '#web/ui/notify.ts';
import { TextArea, TextField } from '#web/ui/TextField.tsx';
import { clausesQuery, compliance, type ShownClause } from '../calls.ts';
import { changedFacts } from './clause-words.ts';

type ClauseDialogProps = { readonly facilityId: string; readonly clause: ShownClause; readonly onClose: () => void };

/** Writes who sees to a clause, by when, its documents, and why it is not kept. */
export function ClauseDialog({ facilityId, clause, onClose }: ClauseDialogProps) {
  const [opened, setOpened] = useState(clause);
  const [draft, setDraft] = useState(() => editOf(clause));
  const save = useSaving(facilityId, onClose);
  const newer = currentOf<ShownClause>(save.error, 'compliance/clause-changed');
  const faults = useMemo(() => fieldFaults(save.error), [save.error]);
  const send = () => {
    const { revision } = newer ?? opened;
    if (!save.isPending) save.mutate({ facilityId, clauseId: clause.id, revision, ...draft });
  };
  const take = (current: ShownClause) => {
    setOpened(current);
    setDraft(editOf(current));
    save.reset();
  };
  const actions = (
    <>
      <Button onPress={onClose}>やめる</Button>
      <Button
        look={newer ? 'secondary' : 'primary'}
        onPress={send}
        pending={save.isPending ? '保存しています' : undefined}
      >
        {newer ? 'この内容で上書きする' : '保存する'}
      </Button>
    </>
  );
  return (
    <Dialog open onClose={onClose} title="担当・期限・できない理由を書く" actions={actions}>
      <Form onSubmit={send} faults={faults}>
        {newer ? (
          <NewerNote error={save.error} changed={changedFacts(opened, newer)} onTake={() => take(newer)} />
        ) : (
          <RefusalNote error={save.error} title="保存できませんでした" fields={['dueOn', 'ownerId']} />
        )}
        <Fields {...{ facilityId, clause: opened, draft, faults }} change={(next) => setDraft({ ...draft, ...next })} />
      </Form>
    </Dialog>
  );
}

const editOf = ({ owner, dueOn, documents, undone }: ShownClause): ClauseEdit => ({
  ownerId: owner?.id ?? null,
  dueOn,
  documents,
  undone,
});

function useSaving(facilityId: string, onClose: () => void) {
  const client = useQueryClient();
  const again = () => client.invalidateQueries({ queryKey: clausesQuery(facilityId).queryKey });
  return useMutation(
    compliance.editClause.mutationOptions({
      onSuccess: async () => {
        await again();
        notify('条項の担当・期限・できない理由を保存しました。');
        onClose();
      },
      onError: again,
    }),
  );
}

type FieldsProps = {
  readonly facilityId: string;
  readonly clause: ShownClause;
  readonly draft: ClauseEdit;
  readonly faults: FieldFaults;
  readonly change: (next: Partial<ClauseEdit>) => void;
};

function Fields({ facilityId, clause, draft, faults, change }: FieldsProps) {
  return (
    <>
      <MemberSelect
        facilityId={facilityId}
        value={draft.ownerId}
        standing={clause.owner}
        onChange={(ownerId) => change({ ownerId })}
        error={faults.ownerId}
      />
      <TextField
        label="期限"
        name="dueOn"
        type="date"
        value={draft.dueOn ?? ''}
        onChange={(dueOn) => change({ dueOn: dueOn || null })}
        error={faults.dueOn}
      />
      <Words {...{ clause, draft, faults, change }} />
    </>
  );
}

/** What writing a reason leads to, and what writing another undoes. */
function undoneHelp({ asked }: ShownClause): string {
  if (!asked) return 'できていないときだけ書きます。保存すると、この理由を認めるかを経営者に決めてもらえます。';
  return '書き直すと、この理由について経営者に頼んだことと、その決定は効かなくなります。もう一度決めてもらってください。';
}

function Words({ clause, draft, faults, change }: Omit<FieldsProps, 'facilityId'>) {
  return (
    <>
      <TextArea
        label="文書"
        maxLength={1_000}
        rows={2}
        help={`名前と置き場所。例：${clause.proofs.join('、') || '運用管理規程（共有フォルダ「規程」）'}`}
        value={draft.documents}
        onChange={(documents) => change({ documents })}
        error={faults.documents}
      />
      <TextArea
        label="できない理由"
        maxLength={1_000}
        rows={2}
        help={undoneHelp(clause)}
        value={draft.undone}
        onChange={(undone) => change({ undone })}
        error={faults.undone}
      />
    </>
  );
}
