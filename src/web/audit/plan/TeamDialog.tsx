import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { fieldFaults } from '#web/platform/refusal.ts';
import { useAtOpening } from '#web/platform/use-at-opening.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { Form } from '#web/ui/Form.tsx';
import { notify } from '#web/ui/notify.ts';
import { TextArea } from '#web/ui/TextField.tsx';
import { audits, choicesQuery, type ShownAudit } from '../calls.ts';
import { AreaHolders } from './AreaHolders.tsx';
import { LeadChoice } from './LeadChoice.tsx';
import { NotIndependentNote } from './NotIndependentNote.tsx';
import { auditorsWithin, draftOf, planOf } from './plan-draft.ts';

type TeamDialogProps = { readonly facilityId: string; readonly audit: ShownAudit; readonly onClose: () => void };

/** Gives an audit that has begun other people, with the reason. */
export function TeamDialog({ facilityId, onClose, ...props }: TeamDialogProps) {
  const audit = useAtOpening(props.audit);
  const { auditors, clauses, systems } = useSuspenseQuery(choicesQuery(facilityId, audit.sheetId)).data;
  const [draft, setDraft] = useState(() => draftOf(audit, { systems }));
  const choices = { auditors: auditorsWithin(auditors, draft.clauses), clauses, systems, areas: audit.areas };
  const [reason, setReason] = useState('');
  const save = useSaving(onClose);
  const faults = useMemo(() => fieldFaults(save.error), [save.error]);
  const { id: auditId, revision } = audit;
  const send = () =>
    void (save.isPending || save.mutate({ facilityId, auditId, revision, reason, team: planOf(draft, choices).team }));
  const part = { choices, draft, faults, change: (next: Partial<typeof draft>) => setDraft({ ...draft, ...next }) };
  const actions = (
    <>
      <Button onPress={onClose}>やめる</Button>
      <Button look="primary" onPress={send} pending={save.isPending ? '保存しています' : undefined}>
        監査する人を替える
      </Button>
    </>
  );
  return (
    <Dialog open onClose={onClose} title="監査する人を替える" actions={actions}>
      <Form onSubmit={send} faults={faults}>
        <RefusalNote error={save.error} title="替えられませんでした" fields={['team', 'reason']} />
        <NotIndependentNote error={save.error} />
        <Warning />
        <LeadChoice {...part} begun />
        <AreaHolders {...part} begun />
        <TextArea
          label="替える理由"
          name="reason"
          required
          rows={2}
          maxLength={400}
          value={reason}
          onChange={setReason}
          error={faults.reason}
        />
      </Form>
    </Dialog>
  );
}

function useSaving(onClose: () => void) {
  const client = useQueryClient();
  const again = () => client.invalidateQueries({ queryKey: audits.key() });
  const onSuccess = async () => {
    await again();
    notify('監査する人を替えました。');
    onClose();
  };
  return useMutation(audits.changeTeam.mutationOptions({ onSuccess, onError: again }));
}

const Warning = () => (
  <p className="measure">
    だれからだれへ、なぜ替えたかが、この監査に残ります。外れた人は、点検票と聞き取りを見られなくなります。
  </p>
);
