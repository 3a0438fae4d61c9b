import type { ReactNode } from 'react';

/** A part that follows the scores on paper; nothing at all where it is empty. */
export function PrintPart({ children }: { readonly children: ReactNode }) {
  return <div className="empty:hidden print:order-4">{children}</div>;
}
