import { Text } from 'react-aria-components/Text';
import {
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components/Toast';
import { Button } from './Button.tsx';
import { notices } from './notify.ts';

/** Where notices are shown. */
export function Toasts() {
  return (
    <ToastRegion
      queue={notices}
      aria-label="お知らせ"
      className="fixed inset-x-4 bottom-20 z-40 flex flex-col items-center gap-2 unringed wide:bottom-6 wide:items-end print:hidden"
    >
      {({ toast }) => (
        <AriaToast
          toast={toast}
          className="flex max-w-full items-center gap-2 sm:max-w-2xl rounded-12 border border-solid-gray-900 bg-white px-4 py-2"
        >
          <ToastContent className="min-w-0 flex-1">
            <Text slot="title">{toast.content.words}</Text>
          </ToastContent>
          {toast.content.onUndo && (
            <Button
              size="small"
              onPress={() => {
                toast.content.onUndo?.();
                notices.close(toast.key);
              }}
            >
              元に戻す
            </Button>
          )}
          <div className="flex-none">
            <Button size="small" look="quiet" onPress={() => notices.close(toast.key)}>
              閉じる
            </Button>
          </div>
        </AriaToast>
      )}
    </ToastRegion>
  );
}
