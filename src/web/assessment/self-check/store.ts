import { useSyncExternalStore } from 'react';
import type { SelfCheck } from './self-check.ts';
import { fromText, toText } from './self-check-text.ts';

const KEY = 'mamori.self-check';
const listeners = new Set<() => void>();
let current: SelfCheck | undefined = recall();

/** What the tab remembers; sessionStorage ends with the tab and is never sent. */
function recall(): SelfCheck | undefined {
  try {
    const text = sessionStorage.getItem(KEY);
    return text === null ? undefined : fromText(text);
  } catch {
    return undefined;
  }
}

function remember(check: SelfCheck | undefined) {
  try {
    if (check) sessionStorage.setItem(KEY, toText(check));
    else sessionStorage.removeItem(KEY);
  } catch {
    // A browser that forbids storage still lets people answer and print; only the reload loses.
  }
}

/** Puts the check in place of the one before; undefined forgets everything. Returns what stood there. */
export function keepSelfCheck(check: SelfCheck | undefined): SelfCheck | undefined {
  const before = current;
  current = check;
  remember(check);
  for (const listener of listeners) listener();
  return before;
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The check of this tab; undefined where none was begun. */
export function useSelfCheck(): SelfCheck | undefined {
  return useSyncExternalStore(subscribe, () => current);
}
