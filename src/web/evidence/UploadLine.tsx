import { Button } from '#web/ui/Button.tsx';
import { Icon } from '#web/ui/Icon.tsx';
import type { Upload } from './use-upload.ts';

/** A file on its way, or why it did not arrive and what to do. */
export function UploadLine({ upload, onForget }: { readonly upload: Upload; readonly onForget: () => void }) {
  if (!upload.fault) {
    return (
      <li className="py-2 text-help text-solid-gray-700">
        <span role="status">「{upload.name}」を送っています…</span>
      </li>
    );
  }
  return (
    <li className="flex flex-wrap items-start gap-2 py-2 text-help text-red-900">
      <span className="pt-1">
        <Icon name="danger" small />
      </span>
      <p role="alert" className="measure min-w-0 flex-1">
        「{upload.name}」は加えていません。{upload.fault}
      </p>
      <Button size="small" look="quiet" label={`${upload.name}の知らせを閉じる`} onPress={onForget}>
        閉じる
      </Button>
    </li>
  );
}
