import { Link } from 'react-aria-components/Link';
import { Icon } from '../ui/Icon.tsx';

type DoorCardProps = { readonly href: string; readonly title: string; readonly words: string };

/** A large link to a place of its own. */
export function DoorCard({ href, title, words }: DoorCardProps) {
  return (
    <Link
      href={href}
      className="flex min-h-20 items-center justify-between gap-3 rounded-12 border border-solid-gray-300 bg-white px-5 py-4 text-blue-900 hover:border-blue-900 hover:bg-blue-50"
    >
      <span className="min-w-0">
        <span className="block text-section">{title}</span>
        <span className="text-help text-solid-gray-700">{words}</span>
      </span>
      <Icon name="forward" />
    </Link>
  );
}
