import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { Button } from '#web/ui/Button.tsx';
import { ConfirmDialog } from '#web/ui/Dialog.tsx';
import { audits, type ShownRemark } from '../calls.ts';
import { useSaving } from '../inquiry/use-saving.ts';

/** Asks once, and takes a remark away. */
export function RemoveRemark({ facilityId, remark }: { readonly facilityId: string; readonly remark: ShownRemark }) {
  const [asks, setAsks] = useState(false);
  const remove = useMutation(
    audits.removeRemark.mutationOptions(useSaving('所見を消しました。', () => setAsks(false))),
  );
  return (
    <>
      <Button look="quiet" size="small" onPress={() => setAsks(true)}>
        所見を消す
      </Button>
      <ConfirmDialog
        open={asks}
        title="所見を消しますか"
        confirm="所見を消す"
        danger
        onConfirm={() => remove.mutate({ facilityId, remarkId: remark.id })}
        pending={remove.isPending ? '消しています' : undefined}
        onClose={() => setAsks(false)}
      >
        <p className="measure break-words whitespace-pre-line">{remark.statement}</p>
        <p className="mt-2">消すと、報告の指摘に入りません。</p>
        <RefusalNote error={remove.error} title="消せませんでした" />
      </ConfirmDialog>
    </>
  );
}
