import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import type { Autosave, Savings } from './autosave.ts';
import type { Drafts } from './draft-store.ts';
import { type AutosaveOf, openAutosave } from './open-autosave.ts';

type Kept = { readonly autosave: Autosave; readonly drafts: Drafts; readonly savings: Savings };

/** The saver of this run, with what is not saved and how each saving stands; `open` while answers may be changed. */
export function useAutosave(of: AutosaveOf, open: boolean): Kept {
  const autosave = openAutosave(useQueryClient(), of);
  useEffect(() => {
    if (open) autosave.resume();
  }, [autosave, open]);
  useEffect(() => {
    const again = () => autosave.retryNow();
    const leave = () => void autosave.settled(0);
    addEventListener('online', again);
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('online', again);
      removeEventListener('pagehide', leave);
    };
  }, [autosave]);
  return {
    autosave,
    drafts: useSyncExternalStore(autosave.subscribe, autosave.drafts),
    savings: useSyncExternalStore(autosave.subscribe, autosave.savings),
  };
}
