import { useEffect } from 'react';

/** What stands at the foot of every printed page beside its number: whose page, of what day, from which sheet. */
export function PrintFoot({ words }: { readonly words: string }) {
  useEffect(() => {
    const { style } = document.documentElement;
    style.setProperty('--print-foot', JSON.stringify(words));
    return () => {
      style.removeProperty('--print-foot');
    };
  }, [words]);
  return null;
}
