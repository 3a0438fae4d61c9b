import type { ReactNode } from 'react';
import { Link as AriaLink } from 'react-aria-components/Link';

type LinkProps = { readonly href: string; readonly children: ReactNode; readonly current?: boolean };

export function Link({ href, children, current = false }: LinkProps) {
  return (
    <AriaLink
      href={href}
      {...(current && { 'aria-current': 'page' as const })}
      className="rounded-4 text-blue-900 underline underline-offset-4 hover:text-blue-1000 hover:decoration-2"
    >
      {children}
    </AriaLink>
  );
}
