import { UNSTABLE_ToastQueue as ToastQueue } from 'react-aria-components/Toast';

export type Notice = {
  readonly words: string;
  readonly onUndo?: (() => void) | undefined;
  /** When it was said, in ms. */
  readonly at: number;
};

export const notices = new ToastQueue<Notice>({ maxVisibleToasts: 1 });
const readMs = 6_000;
const undoMs = 10_000;

/** Says that something was done and, where it can be, takes it back for ten seconds; the latest alone is shown, and what it follows is not said again, but an undoing still open is. Waits while the pointer or the focus is on it. */
export function notify(words: string, onUndo?: () => void) {
  for (const { key, content } of notices.visibleToasts) if (!content.onUndo) notices.close(key);
  notices.add({ words, onUndo, at: Date.now() }, { timeout: onUndo ? undoMs : readMs });
}

const ofThisMoveMs = 1_000;

/** Closes what was said on the page that is left, or lies under a dialog that opens. An act that leads to another page is told there, and undoing has its ten seconds anywhere. */
export function closeReadNotices(): void {
  const read = notices.visibleToasts.filter(({ content }) => !content.onUndo && Date.now() - content.at > ofThisMoveMs);
  for (const { key } of read) notices.close(key);
}
