import { Link as AriaLink } from 'react-aria-components/Link';

type OutsideLinkProps = { readonly href: string; readonly children: string };

/** A way to a page of somebody else, in a window of its own; its words say whose it is and that it opens apart. */
export function OutsideLink({ href, children }: OutsideLinkProps) {
  return (
    <AriaLink
      href={href}
      target="_blank"
      rel="noreferrer"
      className="rounded-4 text-blue-900 underline underline-offset-4 hover:text-blue-1000 hover:decoration-2"
    >
      {children}
    </AriaLink>
  );
}
