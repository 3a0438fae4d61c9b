import { UNSTABLE_ToastQueue as ToastQueue } from 'react-aria-components/Toast';

export type Notice = { readonly words: string; readonly onUndo?: (() => void) | undefined };

export const notices = new ToastQueue<Notice>({ maxVisibleToasts: 2 });
const UNDO_MS = 10_000;

/** Says that something was done and, for ten seconds, takes it back. Waits while the pointer or the focus is on it. */
export function notify(words: string, onUndo?: () => void) {
  notices.add({ words, onUndo }, { timeout: UNDO_MS });
}
