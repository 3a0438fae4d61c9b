import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ProvisionEdit } from '#core/compliance/patient/provision.ts';
import { dayInJapan } from '#core/kernel/fiscal-year.ts';
import { useAtOpening } from '#web/platform/use-at-opening.ts';
import { notify } from '#web/ui/notify.ts';
import { compliance, provisionsQuery, type ShownProvision } from '../calls.ts';
import { ProvisionFields } from './ProvisionFields.tsx';
import { RecordDialog } from './RecordDialog.tsx';

type ProvisionDialogProps = {
  readonly facilityId: string;
  /** Undefined for one that is noted anew. */
  readonly provision: ShownProvision | undefined;
  readonly onClose: () => void;
};

/** Notes what was given to a third party, or puts the note right. */
export function ProvisionDialog({ facilityId, onClose, ...props }: ProvisionDialogProps) {
  const provision = useAtOpening(props.provision);
  const [edit, setEdit] = useState<ProvisionEdit>(() => editOf(provision));
  const { add, change } = useSaving(facilityId, onClose);
  const { error, isPending } = provision ? change : add;
  const save = () => {
    if (!provision) return add.mutate({ facilityId, ...edit });
    change.mutate({ facilityId, provisionId: provision.id, revision: provision.revision, ...edit });
  };
  const title = provision ? '第三者提供の記録を直す' : '第三者提供を記録する';
  const fields = ['providedOn', 'recipient', 'content', 'ground'];
  return (
    <RecordDialog {...{ title, fields, error, isPending, onClose }} onSave={save}>
      {(faults) => <ProvisionFields {...{ edit, faults }} change={(next) => setEdit({ ...edit, ...next })} />}
    </RecordDialog>
  );
}

function editOf(provision: ShownProvision | undefined): ProvisionEdit {
  if (!provision) {
    return {
      providedOn: dayInJapan(new Date()),
      recipient: '',
      content: '',
      ground: 'consent',
      groundNote: '',
      agreement: '',
    };
  }
  const { providedOn, recipient, content, ground, groundNote, agreement } = provision;
  return { providedOn, recipient, content, ground, groundNote, agreement };
}

function useSaving(facilityId: string, onClose: () => void) {
  const client = useQueryClient();
  const again = () => client.invalidateQueries({ queryKey: provisionsQuery(facilityId).queryKey });
  const saved = async () => {
    await again();
    notify('第三者提供の記録を保存しました。');
    onClose();
  };
  return {
    add: useMutation(compliance.addProvision.mutationOptions({ onSuccess: saved })),
    change: useMutation(compliance.editProvision.mutationOptions({ onSuccess: saved, onError: again })),
  };
}
