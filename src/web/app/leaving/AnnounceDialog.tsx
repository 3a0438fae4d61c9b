import { dueAfter, lastDayOf } from '#core/app/leaving.ts';
import { japaneseDate } from '#core/kernel/fiscal-year.ts';
import { RefusalNote } from '#web/platform/RefusalNote.tsx';
import { ConfirmDialog } from '#web/ui/Dialog.tsx';
import { useAnnouncement } from './use-announcement.ts';

type AnnounceDialogProps = {
  readonly facilityId: string;
  readonly facilityName: string;
  readonly onClose: () => void;
};

/** Asks once, and names what will be lost and until when that can be helped. */
export function AnnounceDialog({ facilityId, facilityName, onClose }: AnnounceDialogProps) {
  const { announce, error, pending } = useAnnouncement(facilityId, onClose);
  const lastDay = japaneseDate(lastDayOf({ dueAt: dueAfter(new Date()) }));
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title={`${facilityName}の利用をやめますか`}
      confirm="利用をやめる"
      keep="使い続ける"
      danger
      pending={pending ? '記録しています' : undefined}
      onConfirm={announce}
    >
      <p>
        {lastDay}
        が終わると、この施設の点検、回答、結果、証跡、職員の登録が、すべて消えます。元には戻せません。それまでは、利用を続けることに変えられます。
      </p>
      <p className="mt-2">管理者と経営層の全員に、画面で（メールが使えるときはメールでも）知らせます。</p>
      <RefusalNote error={error} title="記録できませんでした" />
    </ConfirmDialog>
  );
}
