import { type RefObject, useEffect, useRef } from 'react';

type Place = { readonly element: HTMLElement; readonly card: HTMLElement };

/** A button that goes away once it has done its work leaves the focus to the answer of its card. */
export function useKeptFocus(list: RefObject<HTMLElement | null>) {
  const last = useRef<Place>(undefined);
  useEffect(() => {
    const element = list.current;
    const remember = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement)) return;
      const card = target.closest<HTMLElement>('article');
      if (card) last.current = { element: target, card };
    };
    element?.addEventListener('focusin', remember);
    return () => element?.removeEventListener('focusin', remember);
  }, [list]);
  useEffect(() => {
    const place = last.current;
    if (!place || place.element.isConnected || document.activeElement !== document.body) return;
    last.current = undefined;
    const answer = place.card.querySelector<HTMLElement>('input:checked') ?? place.card.querySelector('input');
    answer?.focus({ preventScroll: true });
  });
}
