import { useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';

/** Brings the item the address names into view and puts the focus on its answer. */
export function useHashItem(partId: string) {
  const item = useLocation({ select: ({ hash }) => hash });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the item appears together with its part
  useEffect(() => {
    const card = item === '' ? null : document.getElementById(item);
    if (!card) return;
    card.scrollIntoView({ block: 'start' });
    (card.querySelector<HTMLElement>('input:checked') ?? card.querySelector('input'))?.focus({ preventScroll: true });
  }, [item, partId]);
}
