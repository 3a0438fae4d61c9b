import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { fieldFaults } from '#web/platform/refusal.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { Form } from '#web/ui/Form.tsx';
import { notify } from '#web/ui/notify.ts';
import { TextArea } from '#web/ui/TextField.tsx';
import { audits, type ShownAudit } from '../calls.ts';
import { NotIndependentNote } from '../plan/NotIndependentNote.tsx';

type ReportDialogProps = { readonly facilityId: string; readonly audit: ShownAudit; readonly onClose: () => void };

/** Asks for the opinion of the auditors and reports. */
export function ReportDialog({ facilityId, audit, onClose }: ReportDialogProps) {
  const client = useQueryClient();
  const [opinion, setOpinion] = useState('');
  const report = useMutation(
    audits.report.mutationOptions({
      onSuccess: async () => {
        await client.invalidateQueries();
        notify('監査を報告しました。指摘は、施設の人が直し、監査する人が確かめて終わります。');
        onClose();
      },
    }),
  );
  const faults = useMemo(() => fieldFaults(report.error), [report.error]);
  const send = () => void (report.isPending || report.mutate({ facilityId, auditId: audit.id, opinion }));
  const actions = (
    <>
      <Button onPress={onClose}>やめる</Button>
      <Button look="primary" onPress={send} pending={report.isPending ? '報告しています' : undefined}>
        報告する
      </Button>
    </>
  );
  return (
    <Dialog open alert onClose={onClose} title="監査を報告しますか" actions={actions}>
      <Form onSubmit={send} faults={faults}>
        <RefusalNote error={report.error} title="報告できませんでした" fields={['opinion']} />
        <NotIndependentNote error={report.error} />
        <p className="measure">報告は一度だけです。あとから回答・結論・所見・意見を変えることはできません。</p>
        <TextArea
          label="監査の意見"
          name="opinion"
          required
          rows={6}
          maxLength={2_000}
          help="全体としてどうだったか、良い点、特に直してほしいこと。病棟の人にも分かる言葉で書きます。"
          value={opinion}
          onChange={setOpinion}
          error={faults.opinion}
        />
      </Form>
    </Dialog>
  );
}
