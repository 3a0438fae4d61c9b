import { useSyncExternalStore } from 'react';
import { z } from 'zod';

const KEY = 'mamori.answering';

const preferencesSchema = z.object({
  /** Single keys answer and move; off for people whom they get in the way of. */
  keys: z.boolean(),
  /** Whether help stands open, and the items that are the other way round. */
  help: z.object({ open: z.boolean(), otherwise: z.array(z.string()) }),
});
export type Preferences = z.infer<typeof preferencesSchema>;

const listeners = new Set<() => void>();
let current = recall();

function recall(): Preferences {
  try {
    return preferencesSchema.parse(JSON.parse(localStorage.getItem(KEY) ?? ''));
  } catch {
    return { keys: true, help: { open: true, otherwise: [] } };
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
