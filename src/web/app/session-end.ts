import { useSyncExternalStore } from 'react';

let ended = false;
const listeners = new Set<() => void>();

/** Tells whether the server has answered that nobody is signed in any more. */
export function setSessionEnded(next: boolean): void {
  ended = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function hasSessionEnded(): boolean {
  return ended;
}

export function useSessionEnded(): boolean {
  return useSyncExternalStore(subscribe, hasSessionEnded);
}
