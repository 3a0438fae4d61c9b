import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { type CorrectionPlan, mayOwn } from '#core/audit/finding.ts';
import { MemberSelect } from '#web/identity/index.ts';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { type FieldFaults, fieldFaults, refusalCode, refusalWords } from '#web/platform/refusal.ts';
import { useAtOpening } from '#web/platform/use-at-opening.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { Form } from '#web/ui/Form.tsx';
import { notify } from '#web/ui/notify.ts';
import { TextArea, TextField } from '#web/ui/TextField.tsx';
import { audits, type ShownFinding } from '../calls.ts';

type CorrectionDialogProps = {
  readonly facilityId: string;
  readonly finding: ShownFinding;
  readonly onClose: () => void;
};

/** Writes why it came to a finding, what is done about it, by whom and by when. */
export function CorrectionDialog({ facilityId, onClose, ...props }: CorrectionDialogProps) {
  const finding = useAtOpening(props.finding);
  const client = useQueryClient();
  const { id: findingId, revision, cause, action, owner, dueOn } = finding;
  const [draft, setDraft] = useState<CorrectionPlan>({ cause, action, ownerId: owner?.id ?? null, dueOn: dueOn ?? '' });
  const again = () => client.invalidateQueries({ queryKey: audits.key() });
  const onSuccess = async () => {
    await again();
    notify('原因・直し方・担当・期限を保存しました。');
    onClose();
  };
  const save = useMutation(audits.planCorrection.mutationOptions({ onSuccess, onError: again }));
  const notAble = refusalCode(save.error) === 'audit/owner-not-able';
  const faults = useMemo(
    () => (notAble ? { ownerId: refusalWords(save.error) } : fieldFaults(save.error)),
    [save.error, notAble],
  );
  const send = () => void (save.isPending || save.mutate({ facilityId, findingId, revision, ...draft }));
  const actions = (
    <>
      <Button onPress={onClose}>やめる</Button>
      <Button look="primary" onPress={send} pending={save.isPending ? '保存しています' : undefined}>
        保存する
      </Button>
    </>
  );
  return (
    <Dialog open onClose={onClose} title="原因・直し方・期限を書く" actions={actions}>
      <Form onSubmit={send} faults={faults}>
        <RefusalNote error={notAble ? null : save.error} title="保存できませんでした" fields={['dueOn', 'ownerId']} />
        <Fields {...{ facilityId, finding, draft, faults }} change={(next) => setDraft({ ...draft, ...next })} />
      </Form>
    </Dialog>
  );
}

type FieldsProps = Pick<CorrectionDialogProps, 'facilityId' | 'finding'> & {
  readonly draft: CorrectionPlan;
  readonly faults: FieldFaults;
  readonly change: (next: Partial<CorrectionPlan>) => void;
};

function Fields({ facilityId, finding, draft, faults, change }: FieldsProps) {
  const text = (name: 'cause' | 'action', label: string, help: string) => (
    <TextArea
      {...{ label, name, help }}
      maxLength={1_000}
      rows={3}
      value={draft[name]}
      onChange={(words) => change({ [name]: words })}
      error={faults[name]}
    />
  );
  return (
    <>
      {text('cause', '原因', 'なぜそうなったか。人のせいにせず、仕組みで考えます。')}
      {text('action', '直し方', '同じことが起きないように、何をどう変えるか。')}
      <MemberSelect
        name="ownerId"
        able={mayOwn}
        facilityId={facilityId}
        value={draft.ownerId}
        standing={finding.owner}
        onChange={(ownerId) => change({ ownerId })}
        error={faults.ownerId}
      />
      <TextField
        label="期限"
        name="dueOn"
        type="date"
        required
        help="過ぎると、経営者が決めることに上がります。1年以内の日にします。"
        value={draft.dueOn}
        onChange={(day) => change({ dueOn: day })}
        error={faults.dueOn}
      />
    </>
  );
}
