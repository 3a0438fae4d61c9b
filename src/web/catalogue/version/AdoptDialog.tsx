import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { SheetId } from '#core/catalogue/sheet.ts';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { ConfirmDialog } from '#web/ui/Dialog.tsx';
import { notify } from '#web/ui/notify.ts';
import { versions } from './queries.ts';

type AdoptDialogProps = {
  readonly sheetId: SheetId;
  readonly title: string;
  readonly from: string;
  readonly version: string;
  readonly onClose: () => void;
};

/** Asks once, and makes the version the one new runs begin with. */
export function AdoptDialog({ sheetId, title, from, version, onClose }: AdoptDialogProps) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { mutate, isPending, error } = useMutation(
    versions.adopt.mutationOptions({
      onSuccess: async () => {
        await client.invalidateQueries();
        notify(`${title}は、これから始める点検で${version}を使います。`);
        await navigate({ to: '/admin/versions' });
      },
    }),
  );
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title={`${version}を採用しますか`}
      confirm={`${version}を採用する`}
      keep={`${from}のままにする`}
      pending={isPending ? '採用しています…' : undefined}
      onConfirm={() => mutate({ sheetId, version, from })}
    >
      <p>
        このまもりを使うすべての施設で、これから始める「{title}」が{version}になります。{from}
        には戻せません。採用したことは記録に残ります。
      </p>
      <RefusalNote error={error} title="採用できませんでした" />
    </ConfirmDialog>
  );
}
