import { Button } from '#web/ui/Button.tsx';
import { Callout } from '#web/ui/Callout.tsx';
import { CopyButton } from '#web/ui/CopyButton.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';

export type ShownSecret = { readonly title: string; readonly secret: string; readonly rolled?: boolean };

type SecretDialogProps = { readonly shown: ShownSecret; readonly onClose: () => void };

/** The secret just made, to copy; it cannot be shown again. */
export function SecretDialog({ shown: { title, secret, rolled = false }, onClose }: SecretDialogProps) {
  const end = (
    <Button look="primary" onPress={onClose}>
      終わる
    </Button>
  );
  return (
    <Dialog open alert onClose={onClose} title={`「${title}」の署名の鍵`} actions={end}>
      <div className="flex flex-col gap-4">
        <Callout tone="attention" announce title="鍵を見られるのは、今だけです">
          写して、受け取る側のシステムに設定してください。なくしたときは、作り直せます。
        </Callout>
        <p className="rounded-8 bg-solid-gray-50 px-3 py-2 font-mono text-help break-all">{secret}</p>
        <CopyButton text={secret}>鍵を写す</CopyButton>
        <p className="text-help">
          {rolled && '前の鍵でも、24時間は署名します。そのあいだに、受け取る側の鍵を替えてください。'}
          この鍵を知っている人は、まもりになりすまして知らせを送れます。メールや共有の場所に書かないでください。
        </p>
      </div>
    </Dialog>
  );
}
