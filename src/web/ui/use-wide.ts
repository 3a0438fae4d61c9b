import { useSyncExternalStore } from 'react';

const query = matchMedia('(min-width: 56.25rem)');

function subscribe(listener: () => void) {
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}

/** Whether there is room beside the content: 900 px and more, as `wide:` in styles. */
export function useWide(): boolean {
  return useSyncExternalStore(subscribe, () => query.matches);
}
