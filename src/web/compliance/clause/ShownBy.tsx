import { Link } from '#web/ui/Link.tsx';
import type { ShownClause } from '../calls.ts';

type ShownByProps = { readonly facilityId: string; readonly shownBy: ShownClause['shownBy'] };

const pages = { regulation: 'regulations', desk: 'desk', provision: 'provisions' } as const;

/** What is kept elsewhere in Mamori and proves the clause, each with its page. */
export function ShownBy({ facilityId, shownBy }: ShownByProps) {
  if (shownBy.length === 0) return null;
  return (
    <ul className="mb-4 flex flex-col gap-2">
      {shownBy.map(({ kind, id, words }) => (
        <li key={`${kind}${id}`} className="measure">
          <Link href={`/facilities/${facilityId}/${pages[kind]}${id ? `/${id}` : ''}`}>{words}</Link>
        </li>
      ))}
    </ul>
  );
}
