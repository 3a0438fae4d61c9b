import { useSyncExternalStore } from 'react';

let secret: string | undefined;
const listeners = new Set<() => void>();

/** Keeps the secret of a link in memory only, so that it can leave the address bar and the history at once. */
export function keepLinkSecret(kept: string | undefined): void {
  secret = kept;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The secret the page was opened with; undefined where the page was opened or loaded again without one. */
export function useLinkSecret(): string | undefined {
  return useSyncExternalStore(subscribe, () => secret);
}
