import type { ReactNode } from 'react';

type PrintPartProps = {
  readonly children: ReactNode;
  /** Whether it begins a page of its own. */
  readonly ownPage?: boolean;
};

/** A part that follows the scores on paper; nothing at all where it is empty. */
export function PrintPart({ children, ownPage = true }: PrintPartProps) {
  return (
    <div data-print={ownPage ? 'new-page' : 'whole'} className="empty:hidden print:order-4">
      {children}
    </div>
  );
}
