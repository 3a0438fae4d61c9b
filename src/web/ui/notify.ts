import { UNSTABLE_ToastQueue as ToastQueue } from 'react-aria-components/Toast';

export type Notice = { readonly words: string; readonly onUndo?: (() => void) | undefined };

export const notices = new ToastQueue<Notice>({ maxVisibleToasts: 1 });
const readMs = 6_000;
const undoMs = 10_000;

/** Says that something was done and, where it can be, takes it back for ten seconds; the latest alone is shown. Waits while the pointer or the focus is on it. */
export function notify(words: string, onUndo?: () => void) {
  notices.add({ words, onUndo }, { timeout: onUndo ? undoMs : readMs });
}
