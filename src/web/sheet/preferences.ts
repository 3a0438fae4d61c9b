import { useSyncExternalStore } from 'react';

const KEY = 'mamori.answering';

export type Preferences = {
  /** Single keys answer and move; off for people whom they get in the way of. */
  readonly keys: boolean;
  /** Whether help stands open, and the items that are the other way round. */
  readonly help: { readonly open: boolean; readonly otherwise: readonly string[] };
};

// Plain checks: a schema library would be a tenth of what this page loads.
function isPreferences(kept: Preferences | null): kept is Preferences {
  const { open, otherwise } = kept?.help ?? {};
  if (typeof kept?.keys !== 'boolean' || typeof open !== 'boolean' || !Array.isArray(otherwise)) return false;
  return otherwise.every((item) => typeof item === 'string');
}

const listeners = new Set<() => void>();
let current = recall();

function recall(): Preferences {
  // On a phone help would push the answers out of sight; it opens there with a press.
  const open = matchMedia('(min-width: 56.25rem)').matches;
  const fresh: Preferences = { keys: true, help: { open, otherwise: [] } };
  try {
    const kept: Preferences | null = JSON.parse(localStorage.getItem(KEY) ?? 'null');
    return isPreferences(kept) ? kept : fresh;
  } catch {
    return fresh;
  }
}

/** Changes how this browser shows the questions, now and at the next visit. */
export function prefer(change: Partial<Preferences>): void {
  current = { ...current, ...change };
  try {
    localStorage.setItem(KEY, JSON.stringify(current));
  } catch {
    // A browser that forbids storage forgets the choice with the page.
  }
  for (const listener of listeners) listener();
}

export function helpIsOpen({ help }: Preferences, item: string): boolean {
  return help.open !== help.otherwise.includes(item);
}

/** Folds or opens the help of one item. */
export function turnHelp({ help }: Preferences, item: string): void {
  const others = help.otherwise.filter((other) => other !== item);
  const otherwise = others.length === help.otherwise.length ? [...others, item] : others;
  prefer({ help: { ...help, otherwise } });
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function usePreferences(): Preferences {
  return useSyncExternalStore(subscribe, () => current);
}
