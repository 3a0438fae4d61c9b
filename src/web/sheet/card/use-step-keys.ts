import { type RefObject, useEffect } from 'react';

/** J and K move the focus to the next and previous question while it is inside the list. */
export function useStepKeys(list: RefObject<HTMLElement | null>, on: boolean) {
  useEffect(() => {
    const element = list.current;
    if (!element || !on) return;
    const step = (event: KeyboardEvent) => {
      const by = { j: 1, k: -1 }[event.key.toLowerCase()];
      const typing = event.target instanceof HTMLElement && event.target.matches('input[type="text"], textarea');
      if (by === undefined || typing || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      focusQuestion(element, by);
    };
    element.addEventListener('keydown', step);
    return () => element.removeEventListener('keydown', step);
  }, [list, on]);
}

function focusQuestion(list: HTMLElement, by: number) {
  const questions = [...list.querySelectorAll('article')];
  const here = questions.findIndex((question) => question.contains(document.activeElement));
  const next = questions[Math.min(Math.max(here + by, 0), questions.length - 1)];
  const answer = next?.querySelector<HTMLInputElement>('input:checked') ?? next?.querySelector('input');
  answer?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}
