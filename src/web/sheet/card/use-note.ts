import { type PointerEvent, useEffect, useRef } from 'react';

const beforeShowing = 300;
const beforeHiding = 200;
const gap = 6;

/** A note beside a button: on hover, focus and press; it can be pointed at, and Esc or a press elsewhere closes it. */
export function useNote() {
  const button = useRef<HTMLButtonElement>(null);
  const note = useRef<HTMLDivElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const show = () => button.current && note.current?.isConnected && showAbove(note.current, button.current);
  const hide = () => note.current?.isConnected && note.current.hidePopover();
  const later = (act: () => void, delay: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(act, delay);
  };
  const enter = ({ pointerType }: PointerEvent) => pointerType === 'mouse' && later(show, beforeShowing);
  const leave = ({ pointerType }: PointerEvent) => pointerType === 'mouse' && later(hide, beforeHiding);
  return {
    button: {
      ref: button,
      onClick: show,
      onPointerEnter: enter,
      onPointerLeave: leave,
      onFocus: () => button.current?.matches(':focus-visible') && show(),
      onBlur: hide,
    },
    note: { ref: note, onPointerEnter: () => clearTimeout(timer.current), onPointerLeave: leave },
  };
}

function showAbove(note: HTMLElement, button: HTMLElement) {
  note.showPopover();
  const at = button.getBoundingClientRect();
  const { width, height } = note.getBoundingClientRect();
  const above = at.top - height - gap;
  const below = Math.max(gap, Math.min(at.bottom + gap, innerHeight - height - gap));
  note.style.top = `${above > 0 ? above : below}px`;
  note.style.left = `${Math.max(gap, Math.min(at.left, innerWidth - width - 2 * gap))}px`;
}
