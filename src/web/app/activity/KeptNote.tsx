import { Link } from '#web/ui/Link.tsx';

/** How long the log is kept, and where it says so of everything else. */
export function KeptNote() {
  return (
    <p className="text-help text-solid-gray-700">
      操作の記録は消しません。ほかのものをどれだけ残すかは、<Link href="/retention">記録を残す期間</Link>で見られます。
    </p>
  );
}
