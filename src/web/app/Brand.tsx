import { Link } from 'react-aria-components/Link';

/** The product's name, leading home. */
export function Brand({ href = '/' }: { readonly href?: string }) {
  return (
    <Link href={href} className="inline-flex min-h-11 items-center gap-2 rounded-4 text-blue-900">
      <img src="/icon.svg" alt="" width="24" height="24" />
      <span className="text-[1.25rem] font-700 tracking-wide">まもり</span>
    </Link>
  );
}
