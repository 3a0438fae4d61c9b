import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useAtOpening } from '#web/platform/use-at-opening.ts';
import { TextArea } from '#web/ui/TextField.tsx';
import { audits, type ShownAudit } from '../calls.ts';
import { InquiryDialog } from './InquiryDialog.tsx';
import { useSaving } from './use-saving.ts';

type ReplyDialogProps = {
  readonly facilityId: string;
  readonly request: ShownAudit['requests'][number];
  readonly onClose: () => void;
};

/** Answers what auditors ask for. */
export function ReplyDialog({ facilityId, onClose, ...props }: ReplyDialogProps) {
  const request = useAtOpening(props.request);
  const [reply, setReply] = useState(request.reply);
  const save = useMutation(audits.reply.mutationOptions(useSaving('返事を保存しました。', onClose)));
  const send = () => save.mutate({ facilityId, requestId: request.id, revision: request.revision, reply });
  return (
    <InquiryDialog
      title="返事を書く"
      button="返事を保存する"
      saving={save}
      fields={['reply']}
      onSend={send}
      onClose={onClose}
    >
      {(faults) => (
        <>
          <p className="measure">{request.wanted}</p>
          <TextArea
            label="返事"
            name="reply"
            required
            rows={4}
            maxLength={1_000}
            help="どこにあるか、なければその理由。証跡は、設問の「証跡」に加えます。"
            value={reply}
            onChange={setReply}
            error={faults.reply}
          />
        </>
      )}
    </InquiryDialog>
  );
}
