import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { DeskEdit } from '#core/compliance/patient/desk.ts';
import { useAtOpening } from '#web/platform/use-at-opening.ts';
import { notify } from '#web/ui/notify.ts';
import { TextArea, TextField } from '#web/ui/TextField.tsx';
import { compliance, deskQuery, type ShownDesk } from '../calls.ts';
import { RecordDialog } from './RecordDialog.tsx';

type DeskDialogProps = { readonly facilityId: string; readonly desk: ShownDesk; readonly onClose: () => void };

/** What writing of the desk is called, by whether it has been written of. */
export const deskTitle = ({ revision }: Pick<ShownDesk, 'revision'>): string =>
  revision === 0 ? '窓口を登録する' : '窓口を直す';

/** Writes where patients ask, who answers, when, and how they learn of it. */
export function DeskDialog({ facilityId, desk, onClose }: DeskDialogProps) {
  const client = useQueryClient();
  const { revision, ...standing } = useAtOpening(desk);
  const [edit, setEdit] = useState<DeskEdit>(standing);
  const again = () => client.invalidateQueries({ queryKey: deskQuery(facilityId).queryKey });
  const save = useMutation(
    compliance.editDesk.mutationOptions({
      onSuccess: async () => {
        await again();
        notify('説明窓口を保存しました。');
        onClose();
      },
      onError: again,
    }),
  );
  const field = (name: keyof DeskEdit) => ({
    name,
    value: edit[name],
    onChange: (text: string) => setEdit({ ...edit, [name]: text }),
  });
  return (
    <RecordDialog
      {...{ title: deskTitle(desk), fields: ['place'], error: save.error, isPending: save.isPending, onClose }}
      onSave={() => save.mutate({ facilityId, revision, ...edit })}
    >
      {(faults) => (
        <>
          <TextField {...field('place')} label="場所" required maxLength={200} error={faults.place} />
          <TextField {...field('inCharge')} label="担当" help="部署や役割" maxLength={200} error={faults.inCharge} />
          <TextField {...field('hours')} label="時間" maxLength={200} error={faults.hours} />
          <TextArea
            {...field('announced')}
            label="知らせ方"
            help="掲示の場所、ホームページなど"
            rows={2}
            maxLength={500}
            error={faults.announced}
          />
        </>
      )}
    </RecordDialog>
  );
}
