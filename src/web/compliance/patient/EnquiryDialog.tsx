import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { EnquiryEdit } from '#core/compliance/patient/desk.ts';
import { dayInJapan } from '#core/kernel/fiscal-year.ts';
import type { FieldFaults } from '#web/platform/refusal.ts';
import { useAtOpening } from '#web/platform/use-at-opening.ts';
import { notify } from '#web/ui/notify.ts';
import { TextArea, TextField } from '#web/ui/TextField.tsx';
import { compliance, enquiriesQuery, type ShownEnquiry } from '../calls.ts';
import { NoNames } from './NoNames.tsx';
import { RecordDialog } from './RecordDialog.tsx';

type EnquiryDialogProps = {
  readonly facilityId: string;
  /** Undefined for one that is noted anew. */
  readonly enquiry: ShownEnquiry | undefined;
  readonly onClose: () => void;
};

/** Notes what was asked at the desk, or its answer. */
export function EnquiryDialog({ facilityId, onClose, ...props }: EnquiryDialogProps) {
  const enquiry = useAtOpening(props.enquiry);
  const [edit, setEdit] = useState<EnquiryEdit>(() => editOf(enquiry));
  const { add, change } = useSaving(facilityId, onClose);
  const { error, isPending } = enquiry ? change : add;
  const save = () => {
    if (!enquiry) return add.mutate({ facilityId, ...edit });
    change.mutate({ facilityId, enquiryId: enquiry.id, revision: enquiry.revision, ...edit });
  };
  const title = titleOf(enquiry);
  return (
    <RecordDialog {...{ title, fields: ['receivedOn', 'gist', 'repliedOn'], error, isPending, onClose }} onSave={save}>
      {(faults) => <Fields {...{ edit, faults }} change={(next) => setEdit({ ...edit, ...next })} />}
    </RecordDialog>
  );
}

function titleOf(enquiry: ShownEnquiry | undefined): string {
  if (!enquiry) return '問い合わせを記録する';
  return enquiry.repliedOn === null ? '問い合わせの答えを書く' : '問い合わせの記録を直す';
}

function editOf(enquiry: ShownEnquiry | undefined): EnquiryEdit {
  if (!enquiry) return { receivedOn: dayInJapan(new Date()), gist: '', reply: '', repliedOn: null };
  const { receivedOn, gist, reply, repliedOn } = enquiry;
  return { receivedOn, gist, reply, repliedOn };
}

function useSaving(facilityId: string, onClose: () => void) {
  const client = useQueryClient();
  const again = () => client.invalidateQueries({ queryKey: enquiriesQuery(facilityId).queryKey });
  const saved = async () => {
    await again();
    notify('問い合わせの記録を保存しました。');
    onClose();
  };
  return {
    add: useMutation(compliance.addEnquiry.mutationOptions({ onSuccess: saved })),
    change: useMutation(compliance.editEnquiry.mutationOptions({ onSuccess: saved, onError: again })),
  };
}

type FieldsProps = {
  readonly edit: EnquiryEdit;
  readonly faults: FieldFaults;
  readonly change: (next: Partial<EnquiryEdit>) => void;
};

function Fields({ edit, faults, change }: FieldsProps) {
  return (
    <>
      <NoNames />
      <TextField
        label="受けた日"
        name="receivedOn"
        type="date"
        required
        value={edit.receivedOn}
        onChange={(receivedOn) => change({ receivedOn })}
        error={faults.receivedOn}
      />
      <TextArea
        label="何についての問い合わせか"
        name="gist"
        required
        maxLength={500}
        help="患者さんの氏名・番号・病名は書きません。例：診療記録の開示の手続き"
        value={edit.gist}
        onChange={(gist) => change({ gist })}
        error={faults.gist}
      />
      <Reply {...{ edit, faults, change }} />
    </>
  );
}

function Reply({ edit, faults, change }: FieldsProps) {
  return (
    <>
      <TextArea
        label="答えたこと"
        name="reply"
        maxLength={1_000}
        help="患者さんの氏名・番号・病名は書きません。"
        value={edit.reply}
        onChange={(reply) => change({ reply })}
        error={faults.reply}
      />
      <TextField
        label="答えた日"
        name="repliedOn"
        type="date"
        value={edit.repliedOn ?? ''}
        onChange={(repliedOn) => change({ repliedOn: repliedOn || null })}
        error={faults.repliedOn}
      />
    </>
  );
}
