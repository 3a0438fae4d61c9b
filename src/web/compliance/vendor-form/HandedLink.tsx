import { japaneseDate } from '#core/kernel/fiscal-year.ts';
import { QrCode } from '#web/identity/index.ts';
import { Button } from '#web/ui/Button.tsx';
import { Callout } from '#web/ui/Callout.tsx';
import { CopyButton } from '#web/ui/CopyButton.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import type { ShownSystem } from '../calls.ts';

type HandedLinkProps = {
  readonly system: ShownSystem;
  readonly link: { readonly path: string; readonly expiresAt: string; readonly mailed: boolean };
  readonly onClose: () => void;
};

/** The link just made, to hand over: it cannot be shown again. */
export function HandedLink({ system, link: { path, expiresAt, mailed }, onClose }: HandedLinkProps) {
  const link = location.origin + path;
  return (
    <Dialog
      open
      alert
      onClose={onClose}
      title={`${system.contact}さんに渡すリンク`}
      actions={
        <Button look="primary" onPress={onClose}>
          終わる
        </Button>
      }
    >
      <div className="flex flex-col gap-4">
        <Callout tone="attention" announce title="リンクを出せるのは、今だけです">
          {mailed
            ? `${system.email} にも送ります。送れたかどうかは、一覧に出ます。`
            : '写して、メールなどで事業者に渡してください。'}
          なくしたときは、作り直せます。
        </Callout>
        <div className="grid items-start gap-4 sm:grid-cols-[9rem_1fr]">
          <QrCode text={link} label="記入のリンクのQRコード" />
          <div className="flex min-w-0 flex-col gap-3">
            <p className="rounded-8 bg-solid-gray-50 px-3 py-2 font-mono text-help break-all">{link}</p>
            <CopyButton text={link}>リンクを写す</CopyButton>
            <p className="text-help">
              期限 {japaneseDate(new Date(expiresAt))}
              ・このリンクを持つ人は、だれでも記入できます
            </p>
          </div>
        </div>
      </div>
    </Dialog>
  );
}
