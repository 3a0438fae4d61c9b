import { type ReactNode, useId, useRef } from 'react';
import { Button } from 'react-aria-components/Button';
import { Link } from 'react-aria-components/Link';
import { buttonLook } from './button-look.ts';
import { Icon } from './Icon.tsx';

export type DropEntry = { readonly title: string } & ({ readonly href: string } | { readonly onPress: () => void });

type DropMenuProps = {
  /** What the button shows before its arrow. */
  readonly children: ReactNode;
  /** What the list is, for screen readers. */
  readonly label: string;
  readonly entries: readonly DropEntry[];
  /** Hangs from the right edge of its button. */
  readonly end?: boolean;
  /** Looks like the buttons beside it. */
  readonly framed?: boolean;
};

const bare = 'flex min-h-11 max-w-full min-w-0 items-center gap-1 rounded-8 px-2 hover:bg-solid-gray-50';
const look = 'flex min-h-11 w-full items-center rounded-6 px-3 text-left hover:bg-blue-50 -outline-offset-2';

/** A button that drops a short list of ways; the browser closes it on Escape and on a press beside it. */
export function DropMenu({ children, label, entries, end = false, framed = false }: DropMenuProps) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const close = () => list.current?.hidePopover();
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        style={{ anchorName: `--${id}` }}
        className={framed ? buttonLook('secondary', 'small', false) : bare}
      >
        {children}
        <Icon name="down" small />
      </button>
      <div
        ref={list}
        id={id}
        popover="auto"
        style={{ positionAnchor: `--${id}` }}
        className={`${end ? 'drop-end' : 'drop-start'} max-h-96 min-w-52 overflow-auto rounded-8 border border-solid-gray-300 bg-white p-1 text-body text-solid-gray-900 shadow-2`}
      >
        <ul aria-label={label}>
          {entries.map((entry) => (
            <li key={'href' in entry ? entry.href : entry.title}>
              {'href' in entry ? (
                <Link href={entry.href} onPress={close} className={look}>
                  {entry.title}
                </Link>
              ) : (
                <Button
                  className={look}
                  onPress={() => {
                    close();
                    entry.onPress();
                  }}
                >
                  {entry.title}
                </Button>
              )}
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}
