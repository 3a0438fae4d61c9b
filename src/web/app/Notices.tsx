import { useSyncExternalStore } from 'react';
import { Late } from '../platform/Late.tsx';
import { ahead } from '../platform/late-part.ts';
import { notices } from '../ui/notify.ts';

const loadToasts = ahead(async () => (await import('../ui/Toast.tsx')).Toasts);

const subscribe = (listener: () => void) => notices.subscribe(listener);

/** Where notices are shown; brought once the first page stands. */
export function Notices() {
  const waiting = useSyncExternalStore(subscribe, () => notices.visibleToasts.length > 0);
  return waiting && <Late load={loadToasts} props={{}} />;
}
